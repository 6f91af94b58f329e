package dev.headcount.agent;

import dev.headcount.agent.config.Configuration;
import dev.headcount.agent.loop.Event;
import dev.headcount.agent.loop.EventLog;
import java.util.function.BooleanSupplier;

/** Follows the configuration file for as long as the agent is here; each change is an event. */
final class ConfigThread implements Runnable {

    /** Two looks in a row must agree, so a change is in force a second after it was made. */
    private static final long STEP_MILLIS = 500;

    private final Configuration configuration;
    private final EventLog events;
    private final BooleanSupplier isLeaving;

    ConfigThread(Configuration configuration, EventLog events, BooleanSupplier isLeaving) {
        this.configuration = configuration;
        this.events = events;
        this.isLeaving = isLeaving;
    }

    @Override
    public void run() {
        try {
            while (!isLeaving.getAsBoolean()) {
                String news = configuration.look(System.currentTimeMillis());
                if (news != null) {
                    events.add(Event.Type.CONFIGURED, /* pool= */ "", news);
                }
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException leaving) {
            Thread.currentThread().interrupt();
        }
    }
}
