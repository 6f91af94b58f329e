package dev.headcount.simulator;

import dev.headcount.scaling.Signal;

/** One size for ever: what most applications have. */
record Fixed(String name, int size) implements Controller {

    @Override
    public int size(Signal signal, int target) {
        return size;
    }

    @Override
    public int startSize() {
        return size;
    }
}
