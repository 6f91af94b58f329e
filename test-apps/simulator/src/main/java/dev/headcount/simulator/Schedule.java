package dev.headcount.simulator;

import dev.headcount.replay.Replay;
import dev.headcount.scaling.Signal;

/** Sizes by time, as somebody wrote them down before: slot {@code i} begins at {@code i x slotSeconds}. */
final class Schedule implements Controller {

    private final String name;
    private final double slotSeconds;
    private final int[] sizes;

    Schedule(String name, double slotSeconds, int[] sizes) {
        this.name = name;
        this.slotSeconds = slotSeconds;
        this.sizes = sizes.clone();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int startSize() {
        return sizes[0];
    }

    @Override
    public double pauseSeconds() {
        return slotSeconds;
    }

    @Override
    public int size(Signal signal, int target) {
        int slot = (int) Math.round(Replay.secondsOf(signal.nowNanos()) / slotSeconds);
        return sizes[Math.min(slot, sizes.length - 1)];
    }
}
