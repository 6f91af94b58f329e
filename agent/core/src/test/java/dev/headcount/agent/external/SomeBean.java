package dev.headcount.agent.external;

import dev.headcount.agent.config.Key;
import dev.headcount.agent.config.Settings;
import dev.headcount.agent.config.Source;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** See its interface. */
public final class SomeBean implements SomeBeanMBean {

    volatile Object state = "CLOSED";
    volatile double usage = 0.5;
    final AtomicInteger reads = new AtomicInteger();
    final AtomicInteger late = new AtomicInteger();
    final CountDownLatch answer = new CountDownLatch(1);

    /** What a rule for all pools names. */
    static Source source(Key key, String text) {
        System.setProperty("headcount." + key.text(), text);
        try {
            Settings settings = Settings.read("");
            if (settings.problem() != null) {
                throw new IllegalArgumentException(settings.problem());
            }
            return settings.of("any", "nobody", "elastic", 0).source(key);
        } finally {
            System.clearProperty("headcount." + key.text());
        }
    }

    @Override
    public Object getState() {
        return state;
    }

    @Override
    public TimeUnit getUnit() {
        return TimeUnit.SECONDS;
    }

    @Override
    public double getUsage() {
        reads.incrementAndGet();
        return usage;
    }

    @Override
    public boolean isWrong() {
        throw new IllegalStateException("no connection");
    }

    @Override
    public boolean isFatal() {
        throw new StackOverflowError("too deep");
    }

    @Override
    public boolean isLate() throws InterruptedException {
        late.incrementAndGet();
        answer.await();
        return true;
    }
}
