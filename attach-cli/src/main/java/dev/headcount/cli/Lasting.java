package dev.headcount.cli;

import java.time.Duration;

/** A command that takes its time when all goes well: the time limit comes on top of it. */
interface Lasting {

    Duration lasts();
}
