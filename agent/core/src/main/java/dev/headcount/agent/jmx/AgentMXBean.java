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

    @Description("Takes the agent out of this JVM: gives back every size that is Headcount's, removes its hooks,"
            + " beans and threads")
    @Impact(MBeanOperationInfo.ACTION)
    String detach();
}
