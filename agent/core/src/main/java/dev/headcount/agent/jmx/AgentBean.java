package dev.headcount.agent.jmx;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.Event;
import dev.headcount.agent.loop.FiveDigits;
import dev.headcount.agent.loop.TickLoop;

/** The agent's bean; threads: any. */
final class AgentBean implements AgentMXBean {

    private static final int MAX_PAUSE_MINUTES = 1440;

    private final TickLoop loop;
    private final Configuration configuration;
    private final AgentHandles handles;
    private final AgentFigures figures;
    private final Beans beans;

    AgentBean(TickLoop loop, Configuration configuration, AgentHandles handles, AgentFigures figures, Beans beans) {
        this.loop = loop;
        this.configuration = configuration;
        this.handles = handles;
        this.figures = figures;
        this.beans = beans;
    }

    @Override
    public String getVersion() {
        return figures.version();
    }

    @Override
    public String getMode() {
        return configuration.current().mode().text();
    }

    @Override
    public String getHealth() {
        String problem = beans.problem();
        return handles.health() + (problem == null ? "" : "; " + problem);
    }

    @Override
    public int getPoolCount() {
        return figures.pools();
    }

    @Override
    public boolean isHealthy() {
        return figures.isHealthy();
    }

    @Override
    public double getProcessUtilisation() {
        return FiveDigits.of(figures.processUtilisation());
    }

    @Override
    public int getPoolsOverflowed() {
        return figures.poolsOverflowed();
    }

    @Override
    public long getTickCount() {
        return figures.ticks().count();
    }

    @Override
    public double getTickSumSeconds() {
        return figures.ticks().sumSeconds();
    }

    @Override
    public long getErrorCount() {
        return figures.errors();
    }

    @Override
    public long getHookFailureCount() {
        return figures.hookFailures();
    }

    @Override
    public long getRestartCount() {
        return figures.restarts();
    }

    @Override
    public boolean isConfigReloadSuccessful() {
        return figures.isLastReloadSuccessful();
    }

    @Override
    public long getConfigReloadSuccessMillis() {
        return figures.lastReloadSuccessMillis();
    }

    @Override
    public String getConfigSource() {
        return configuration.current().origins();
    }

    @Override
    public String getConfigError() {
        return configuration.error() == null ? "" : configuration.error();
    }

    @Override
    public long getTickMillis() {
        return configuration.current().tickMillis();
    }

    @Override
    public long getAgentCpuMillis() {
        return figures.cpuMillis();
    }

    @Override
    public String pause(int minutes) {
        loop.gate().check();
        if (minutes < 1 || minutes > MAX_PAUSE_MINUTES) {
            throw new IllegalArgumentException("minutes must be 1.." + MAX_PAUSE_MINUTES + ": got " + minutes
                    + "; every pause ends, mode observe in the configuration lasts");
        }
        loop.pause(minutes);
        return told("paused for " + minutes + " min: sizes stay as they are; resume() ends it");
    }

    @Override
    public String resume() {
        loop.gate().check();
        if (!loop.isPaused()) {
            return "was not paused";
        }
        loop.resume();
        return told("resumed: the autoscaler decides again");
    }

    @Override
    public String reload() {
        String sentence = configuration.reload(System.currentTimeMillis());
        loop.events().add(Event.Type.CONFIGURED, /* pool= */ "", loop.gate().actor(PoolBean.ACTOR) + ": " + sentence);
        return sentence;
    }

    @Override
    public String open(String token, String user) {
        loop.gate().open(token, user);
        return "what follows within 5 s counts as done by " + loop.gate().actor(PoolBean.ACTOR);
    }

    @Override
    public String close(String token) {
        loop.gate().close(token);
        return "done";
    }

    @Override
    public String detach() {
        loop.gate().check();
        String answer = told("detaching: sizes that are Headcount's are given back, then hooks, beans and threads go");
        handles.detach();
        return answer;
    }

    private String told(String sentence) {
        loop.events().add(Event.Type.AGENT, /* pool= */ "", loop.gate().actor(PoolBean.ACTOR) + ": " + sentence);
        return sentence;
    }
}
