package dev.headcount.replay;

import dev.headcount.scaling.Signal;
import java.util.ArrayList;
import java.util.List;

/** Laws for tests. */
final class Laws {

    private Laws() {}

    static Law fixed(int size) {
        return new Law() {
            @Override
            public int size(Signal signal, int target) {
                return size;
            }

            @Override
            public int startSize() {
                return size;
            }
        };
    }

    /** A fixed size that keeps every signal. */
    static final class Witness implements Law {

        final List<Signal> signals = new ArrayList<>();
        private final int size;

        Witness(int size) {
            this.size = size;
        }

        @Override
        public int size(Signal signal, int target) {
            signals.add(signal);
            return size;
        }

        @Override
        public int startSize() {
            return size;
        }

        Signal last() {
            return signals.get(signals.size() - 1);
        }

        double secondsOfTick(int index) {
            return Replay.secondsOf(signals.get(index).nowNanos());
        }
    }
}
