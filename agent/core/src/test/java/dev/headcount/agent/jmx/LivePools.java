package dev.headcount.agent.jmx;

import static org.awaitility.Awaitility.await;

import dev.headcount.agent.SomeFigures;
import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.loop.EventLog;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;
import dev.headcount.agent.loop.WriteGate;
import dev.headcount.agent.pool.Hooks;
import dev.headcount.agent.pool.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;

/** Real pools in a real loop, with an MBean server of their own; the hooks are called by hand. */
final class LivePools implements AutoCloseable {

    final MBeanServer server = MBeanServerFactory.newMBeanServer();
    final Configuration configuration;
    private final Registry registry = new Registry();
    private final Hooks hooks = new Hooks(registry);
    final TickLoop loop;
    final Handles handles = new Handles();
    final SomeFigures figures;
    final Beans beans;
    private final List<ThreadPoolExecutor> executors = new ArrayList<>();

    /** What the agent itself would say. */
    static final class Handles implements AgentHandles {

        volatile boolean isDetached;

        @Override
        public String health() {
            return "ok";
        }

        @Override
        public void detach() {
            isDetached = true;
        }
    }

    LivePools() {
        this("tick=50ms");
    }

    LivePools(String arguments) {
        configuration = new Configuration(Settings.read(arguments), 0);
        loop = new TickLoop(registry, configuration, new WriteGate(configuration, () -> null), new EventLog());
        figures = new SomeFigures(loop);
        beans = new Beans(loop, configuration, handles, figures, () -> server);
        loop.supervise(System.nanoTime());
    }

    /** A pool of {@code size} threads over an unbounded queue, whose first task has been seen. */
    ThreadPoolExecutor start(String name, int size) {
        ThreadPoolExecutor executor = new ThreadPoolExecutor(
                size, size, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), task -> new Thread(task, name + "-1"));
        executors.add(executor);
        executor.execute(() -> hooks.started(/* firstTask= */ null, executor)); // a worker says it of itself
        await().until(() -> control(name) != null && control(name).view() != null);
        return executor;
    }

    void end(String name, ThreadPoolExecutor executor) {
        executor.shutdownNow();
        hooks.terminated(executor);
        await().until(() -> control(name) == null);
    }

    PoolControl control(String name) {
        return loop.pools().stream()
                .filter(control -> control.pool().name().equals(name))
                .findAny()
                .orElse(null);
    }

    /** The one bean that {@code pattern} stands for. */
    ObjectName bean(String pattern) throws Exception {
        var found = server.queryNames(new ObjectName(pattern), null);
        if (found.size() != 1) {
            throw new AssertionError(pattern + ": " + found);
        }
        return found.iterator().next();
    }

    @Override
    public void close() {
        loop.stopAndGiveBack();
        beans.close();
        executors.forEach(ThreadPoolExecutor::shutdownNow);
    }
}
