package dev.headcount.subject;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A task that holds its worker until it is opened, and that can be waited for. */
final class Gate implements Runnable {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);
    private volatile boolean interrupted;

    @Override
    public void run() {
        entered.countDown();
        try {
            opened.await();
        } catch (InterruptedException stop) {
            interrupted = true;
            Thread.currentThread().interrupt();
        }
    }

    Gate awaitEntered() throws InterruptedException {
        if (!entered.await(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("no worker came to the gate");
        }
        return this;
    }

    boolean wasEntered() {
        return entered.getCount() == 0;
    }

    void open() {
        opened.countDown();
    }

    boolean wasInterrupted() {
        return interrupted;
    }

    @Override
    public String toString() {
        return "gate";
    }
}
