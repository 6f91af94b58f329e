package dev.headcount.agent;

import dev.headcount.agent.external.Readers;
import dev.headcount.agent.external.Watched;
import dev.headcount.agent.jmx.PlatformServer;
import dev.headcount.agent.loop.Event;
import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.TickLoop;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Has the beans read that rules of the pools name, and tells when one has become unknown or is known again.
 *
 * <p>Law: no class of JMX is touched before our own beans may be registered, nor while no rule names a bean.
 * Threads: the supervisor's.
 */
final class ExternalThread {

    private final TickLoop loop;
    private Readers readers;

    ExternalThread(TickLoop loop) {
        this.loop = loop;
    }

    /** @param isTime whether the application has begun and somebody has made an MBean server */
    void step(boolean isTime) {
        long now = System.nanoTime();
        boolean isAsked = false;
        for (PoolControl control : loop.pools()) {
            for (Watched<?> one : control.externals().watched()) {
                isAsked = true;
                String news = one.news(now);
                if (news != null) {
                    loop.events().add(Event.Type.EXTERNAL, control.pool().name(), news);
                }
            }
        }
        if (readers == null && isAsked && isTime) {
            readers = new Readers(this::watched, new PlatformServer(), OwnThread::start);
        }
        if (readers != null) {
            readers.step(now);
        }
    }

    private Collection<Watched<?>> watched() {
        List<Watched<?>> all = new ArrayList<>();
        for (PoolControl control : loop.pools()) {
            all.addAll(control.externals().watched());
        }
        return all;
    }

    void stop() {
        if (readers != null) {
            readers.stop();
        }
    }
}
