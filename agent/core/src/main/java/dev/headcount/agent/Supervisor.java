package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Mode;
import dev.headcount.agent.instrument.HookTransformer;
import dev.headcount.agent.jmx.AgentHandles;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import java.io.Closeable;
import java.io.IOException;
import java.lang.instrument.Instrumentation;

/**
 * The one thread that starts with the application: it starts the loop when there is a pool, replaces it
 * when it fails, starts the beans when there is a server for them, and takes everything down again.
 *
 * <p>Prohibitions, until the application has begun: no logging, no JMX, no executor class.
 * Threads: {@link #detach} by any; the rest by its own.
 */
final class Supervisor implements Runnable, AgentHandles {

    private static final long STEP_MILLIS = 200;

    /** Until the first look at pools that were there before us, somebody waits for our answer. */
    private static final long FIRST_STEP_MILLIS = 20;

    /** For threads of the application that stand in a hook: they hold no lock of ours, so a moment is enough. */
    private static final long GRACE_MILLIS = 100;

    private final Instrumentation instrumentation;
    private final HookTransformer transformer;
    private final Hooks hooks;
    private final Registry registry;
    private final TickLoop loop;
    private final Configuration configuration;
    private final BeanThread beans;
    private final Metrics metrics;
    private final StateThread state;
    private final ScoreThread scores;
    private final ExternalThread externals;
    private final Reply reply;

    private volatile Throwable lastFailure;
    private volatile long failures; // written by its own thread alone
    private volatile boolean isLeaving;
    private volatile boolean saidBroken;
    private boolean isFollowing;
    private boolean isReady;

    Supervisor(
            Instrumentation instrumentation,
            HookTransformer transformer,
            Hooks hooks,
            Registry registry,
            TickLoop loop,
            Configuration configuration,
            Thread main,
            Reply reply) {
        this.instrumentation = instrumentation;
        this.transformer = transformer;
        this.hooks = hooks;
        this.registry = registry;
        this.loop = loop;
        this.configuration = configuration;
        this.reply = reply;
        OwnFigures figures = new OwnFigures(this, loop, hooks, configuration);
        this.metrics = new Metrics(loop, figures, configuration, main);
        this.state = new StateThread(loop, configuration, main);
        this.scores = new ScoreThread(loop);
        this.externals = new ExternalThread(loop);
        this.beans = new BeanThread(loop, configuration, this, figures, main);
    }

    void start() {
        OwnThread.start("headcount-watch", this);
    }

    @Override
    public void run() {
        while (!isLeaving) {
            try {
                Thread.sleep(isReady ? STEP_MILLIS : FIRST_STEP_MILLIS);
                step();
            } catch (InterruptedException stop) {
                return;
            } catch (Throwable failure) { // tried again at the next step; there is nobody else to do it
                lastFailure = failure;
                failures++;
            }
        }
        leave();
    }

    /** A thread of its own follows the file: it may lie on a network, and reading it take as long as that likes. */
    private void finishConfiguration() {
        if (configuration.current().isUnread()) {
            configuration.finish(System.currentTimeMillis());
            Agent.sayWhyItOnlyObserves(configuration.current());
        }
        if (configuration.hasFile() && !isFollowing) {
            isFollowing = true;
            OwnThread.start("headcount-config", new ConfigThread(configuration, loop.events(), () -> isLeaving));
        }
    }

    private void step() {
        finishConfiguration();
        if (hooks.areOff() && !saidBroken) {
            saidBroken = true;
            Agent.say("measuring failed and was switched off: " + hooks.lastFailure());
        }
        if (transformer.failure() != null && !saidBroken) {
            saidBroken = true;
            Agent.say("this JDK is not known to the agent, nothing is measured: " + transformer.failure());
            Uninstall.hooks(instrumentation, transformer);
        }
        if (registry.isInUse()) {
            loop.supervise(System.nanoTime());
        }
        beans.startWhenReady(transformer.isBeanServerLoaded());
        externals.step(beans.hasStarted());
        metrics.step();
        state.startWhenReady();
        scores.startWhenDue();
        loop.gate().prepare();
        if (!isReady && (!registry.isInUse() || loop.ticks() > 1)) { // so one look is over
            isReady = true;
            reply.ready(state());
        }
    }

    private void leave() {
        loop.stopAndGiveBack();
        Uninstall.hooks(instrumentation, transformer);
        metrics.stop();
        state.stop();
        scores.stop();
        externals.stop();
        beans.stop();
        reply.withdraw();
        loop.gate().withdraw();
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        try {
            ((Closeable) Supervisor.class.getClassLoader()).close();
        } catch (IOException | ClassCastException stillOpen) {
            lastFailure = stillOpen;
        }
    }

    /** Answers a tool that attached although we are here. */
    void tell(Reply toWhom) {
        if (isLeaving) {
            toWhom.failed("the agent that was here is just leaving; try again in a moment");
        } else {
            toWhom.already(state());
        }
    }

    private String state() {
        return version() + ' ' + mode().text() + ' ' + loop.pools().size();
    }

    private Mode mode() {
        return configuration.current().mode() == Mode.AUTO && System.getSecurityManager() != null
                ? Mode.OBSERVE
                : configuration.current().mode();
    }

    static String version() {
        String version = Supervisor.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    @Override
    public String health() {
        if (saidBroken) {
            return "off: " + (transformer.failure() != null ? transformer.failure() : hooks.lastFailure());
        }
        StringBuilder health = new StringBuilder("ok");
        if (loop.restarts() > 0) {
            health.append("; the loop was restarted ").append(loop.restarts()).append(" times");
        }
        if (hooks.failures() > 0) {
            health.append("; ")
                    .append(hooks.failures())
                    .append(" hooks failed: ")
                    .append(hooks.lastFailure());
        }
        if (lastFailure != null) {
            health.append("; last failure: ").append(lastFailure);
        }
        if (metrics.problem() != null) {
            health.append("; ").append(metrics.problem());
        }
        if (state.problem() != null) {
            health.append("; ").append(state.problem());
        }
        if (scores.problem() != null) {
            health.append("; ").append(scores.problem());
        }
        return health.toString();
    }

    /** Whether hooks are in and pools are looked at. */
    boolean isMeasuring() {
        return !saidBroken;
    }

    /** How often a step of this thread failed. */
    long failures() {
        return failures;
    }

    Metrics metrics() {
        return metrics;
    }

    @Override
    public void detach() {
        isLeaving = true;
    }
}
