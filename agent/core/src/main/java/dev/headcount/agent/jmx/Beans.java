package dev.headcount.agent.jmx;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.AgentFigures;
import dev.headcount.agent.loop.Event;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.pool.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Keeps the beans in step with the pools that there are.
 *
 * <p>Law: a pool of the application has a bean from its first look until it is gone. A bean that could not be registered shows in
 * the agent's health and is not tried again; the others come all the same.
 * Invariant: nothing is thrown, whatever the MBean server and the application's listeners throw.
 * Threads: {@link #sync()} and {@link #close()} by one, on which nothing else may depend: they run the server
 * and its listeners, which may be the application's and slow.
 * Cost: without news, one look-up for each pool.
 */
public final class Beans {

    /** Threads of ours rarely come and go, and a look lists all threads of the JVM. */
    private static final int SYNCS_PER_REFRESH = 10;

    private final TickLoop loop;
    private final Configuration configuration;
    private final AgentHandles handles;
    private final AgentFigures figures;
    private final Supplier<MBeanServer> servers;

    /** By pool; {@code null} for one whose bean was refused. */
    private final Map<PoolControl, ObjectName> pools = new HashMap<>();

    private volatile Registrar registrar;
    private volatile String problem;
    private EventsBean events;
    private DescribedBean.Interface ofPool;
    private long toldSequence;
    private int syncs;

    /** Beans for the platform MBean server, from when on there is one. */
    public Beans(TickLoop loop, Configuration configuration, AgentHandles handles, AgentFigures figures) {
        this(loop, configuration, handles, figures, new PlatformServer());
    }

    Beans(
            TickLoop loop,
            Configuration configuration,
            AgentHandles handles,
            AgentFigures figures,
            Supplier<MBeanServer> servers) {
        this.loop = loop;
        this.configuration = configuration;
        this.handles = handles;
        this.figures = figures;
        this.servers = servers;
    }

    /** Registers who is new, unregisters who is gone, tells what happened since the last call. */
    public void sync() {
        try {
            if (registrar == null && !open()) {
                return;
            }
            removeGone();
            addNew();
            tell();
            if (syncs++ % SYNCS_PER_REFRESH == 0) {
                figures.refresh();
            }
        } catch (Throwable failure) { // the rim: a listener may throw an error, which the JDK lets through
            problem = "keeping the beans up to date failed: " + failure;
        }
    }

    /** Unregisters all; {@link #sync()} must not be called again. */
    public void close() {
        if (registrar != null) {
            registrar.unregisterAll();
        }
    }

    private boolean open() {
        MBeanServer server = servers.get();
        if (server == null) {
            return false;
        }
        registrar = new Registrar(server);
        AgentBean agent = new AgentBean(loop, configuration, handles, figures, this);
        DescribedBean.Interface ofAgent = new DescribedBean.Interface(AgentMXBean.class);
        registrar.register(new DescribedBean(agent, AgentMXBean.class, ofAgent), BeanName.AGENT);
        ofPool = new DescribedBean.Interface(PoolMXBean.class);
        events = new EventsBean(BeanName.EVENTS);
        registrar.register(events, BeanName.EVENTS);
        return true;
    }

    /** What went wrong with a bean, or {@code null}. Threads: any. */
    String problem() {
        return problem == null ? registrar.problem() : problem;
    }

    /** Before {@link #addNew}: a name is free for another pool as soon as its pool is gone. */
    private void removeGone() {
        Set<PoolControl> present = new HashSet<>(loop.pools());
        Iterator<Map.Entry<PoolControl, ObjectName>> known = pools.entrySet().iterator();
        while (known.hasNext()) {
            Map.Entry<PoolControl, ObjectName> pool = known.next();
            if (!present.contains(pool.getKey())) {
                if (pool.getValue() != null) {
                    registrar.unregister(pool.getValue());
                }
                known.remove();
            }
        }
    }

    private void addNew() {
        for (PoolControl control : loop.pools()) {
            if (isShown(control) && !pools.containsKey(control)) {
                ObjectName name = BeanName.pool(
                        control.pool().kind().label(), control.pool().name());
                pools.put(
                        control,
                        registrar.register(
                                new DescribedBean(new PoolBean(control, loop.gate()), PoolMXBean.class, ofPool), name));
            }
        }
    }

    /** Not before its first look, and not what the JDK made for itself: the connector of our own clients, say. */
    static boolean isShown(PoolControl control) {
        return control.view() != null && control.pool().kind() != Kind.INTERNAL;
    }

    private void tell() {
        for (Event event : loop.events().after(toldSequence)) {
            toldSequence = event.sequence;
            events.tell(event);
        }
    }
}
