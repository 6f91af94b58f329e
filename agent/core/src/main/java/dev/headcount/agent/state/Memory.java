package dev.headcount.agent.state;

import java.util.List;

/**
 * Something about one pool that is worth keeping over a restart.
 *
 * <p>Law: {@link #lines} of one run are what {@link #recall} is given in the next. They are the memory's own affair
 * and carry their own version if their form may change: what it does not understand it ignores.
 * Threads: both are called by the state's thread, while others use what is remembered; nobody holds a lock of ours.
 */
public interface Memory {

    /** What is to be kept now, a hundred or so short lines without line breaks; empty for nothing. */
    List<String> lines();

    /**
     * What was kept before the restart; called once, some seconds after the memory was handed in, and never where no
     * file is named. It may come after the first new experience, and may have been edited: whatever this throws is
     * reported, and the rest goes on.
     *
     * @param lines empty where nothing was kept
     */
    void recall(List<String> lines);
}
