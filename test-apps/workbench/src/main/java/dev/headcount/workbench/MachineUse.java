package dev.headcount.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What all programs of this machine have used of its processors so far, as Linux counts it in {@code /proc/stat}. */
record MachineUse(double busyTicks, double allTicks) {

    private static final int IDLE = 4;
    private static final int WAITING = 5;

    static MachineUse now() throws IOException {
        String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", 0);
        double all = 0;
        // guests are in user time already
        for (int field = 1; field < Math.min(9, fields.length); field++) {
            all += Double.parseDouble(fields[field]);
        }
        return new MachineUse(all - Double.parseDouble(fields[IDLE]) - Double.parseDouble(fields[WAITING]), all);
    }

    /** Processors in use on average since then. */
    double since(MachineUse before) {
        double share = (busyTicks - before.busyTicks) / Math.max(1, allTicks - before.allTicks);
        return share * Runtime.getRuntime().availableProcessors();
    }
}
