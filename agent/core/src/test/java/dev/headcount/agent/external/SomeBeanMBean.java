package dev.headcount.agent.external;

import java.util.concurrent.TimeUnit;

/** What an application shows of itself, with all sorts of attributes. */
public interface SomeBeanMBean {

    Object getState();

    TimeUnit getUnit();

    double getUsage();

    boolean isWrong();

    boolean isFatal();

    boolean isLate() throws InterruptedException;
}
