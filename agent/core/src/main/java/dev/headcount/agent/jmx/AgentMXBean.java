package dev.headcount.agent.jmx;

import javax.management.MBeanOperationInfo;

/** The bean {@code headcount:type=Agent}. Names are a contract; two reads are two moments. */
@Description("Headcount itself: what it was asked to do, how it is, and how to stop it")
public interface AgentMXBean {

    @Description("Version of the agent that is running")
    String getVersion();

    @Description("Configured mode: auto (measures, decides, resizes), advise (records what it would do) or observe"
            + " (measures only); a pool's own Mode may differ")
    String getMode();

    @Description("ok, or what is wrong, in one line")
    String getHealth();

    @Description("Pools of the application that are known; those that the JDK made for itself are left out")
    @Unit("pools")
    int getPoolCount();

    @Description("Whether the agent measures and decides; see Health")
    boolean isHealthy();

    @Description("The largest share, over resizable pools, of the threads that the load needs among those that this"
            + " process can hold; above 1 while a backlog stands at the ceiling; NaN without a resizable pool")
    @Unit("1")
    double getProcessUtilisation();

    @Description("Pools that the agent's own metrics endpoint shows as _other and not by name; 0 while it is off")
    @Unit("pools")
    int getPoolsOverflowed();

    @Description("Looks at all pools so far")
    @Unit("ticks")
    long getTickCount();

    @Description("Seconds that those looks took together")
    @Unit("s")
    double getTickSumSeconds();

    @Description("Failures of the agent's own so far, those of hooks left out")
    @Unit("failures")
    long getErrorCount();

    @Description("Failures of hooks so far; after a few the hooks switch themselves off")
    @Unit("failures")
    long getHookFailureCount();

    @Description("Times that the loop died or got stuck, and was started again")
    @Unit("restarts")
    long getRestartCount();

    @Description("Whether the configuration that was last read is the one in force; see ConfigError")
    boolean isConfigReloadSuccessful();

    @Description("When a configuration was last taken, in milliseconds since 1970; -1 if none was")
    @Unit("ms")
    long getConfigReloadSuccessMillis();

    @Description("Each configured value and where it was given; defaults if none was")
    String getConfigSource();

    @Description("What is wrong with the configuration, whose every value is then a default and its mode observe;"
            + " empty if nothing is")
    String getConfigError();

    @Description("Milliseconds from one look at the pools to the next")
    @Unit("ms")
    long getTickMillis();

    @Description("CPU time of the agent's own threads in milliseconds, a few seconds old; -1 if this JVM does not"
            + " measure it. What its hooks cost on the application's threads is not in it")
    @Unit("ms")
    long getAgentCpuMillis();

    @Description("Lets the autoscaler rest: decisions are shown and not carried out, sizes stay as they are")
    @Impact(MBeanOperationInfo.ACTION)
    String pause(@Parameter("minutes") @Description("1 to 1440; the pause then ends by itself") int minutes);

    @Description("Ends a pause")
    @Impact(MBeanOperationInfo.ACTION)
    String resume();

    @Description("Reads the configuration file now, without waiting until a change of it is noticed; a file with a"
            + " mistake is refused and the configuration before it stays in force")
    @Impact(MBeanOperationInfo.ACTION)
    String reload();

    @Description("For the command line, which proves itself by a token that only who may attach can read: what is"
            + " written within five seconds counts as that user's")
    @Impact(MBeanOperationInfo.ACTION)
    String open(
            @Parameter("token") @Description("read from the agent properties; any, unless writes: cli is set")
                    String token,
            @Parameter("user") @Description("of the operating system") String user);

    @Description("Ends what open began; the command line says so when it is done")
    @Impact(MBeanOperationInfo.ACTION)
    String close(@Parameter("token") @Description("the one that open was given") String token);

    @Description("Takes the agent out of this JVM: gives back every size that is Headcount's, removes its hooks,"
            + " beans and threads")
    @Impact(MBeanOperationInfo.ACTION)
    String detach();
}
