package dev.headcount.agent.loop;

import dev.headcount.scaling.veto.Vetoes;
import java.util.List;

/** How many decisions each veto has held growth back in; immutable, and made anew only when one has. */
public final class VetoCounts {

    private static final List<String> NAMES = Vetoes.names();

    static final VetoCounts NONE = new VetoCounts(new long[NAMES.size()]);

    private final long[] counts;

    private VetoCounts(long[] counts) {
        this.counts = counts;
    }

    /** @param veto its name; null for none */
    VetoCounts and(String veto) {
        if (veto == null) {
            return this;
        }
        long[] next = counts.clone();
        next[NAMES.indexOf(veto)]++;
        return new VetoCounts(next);
    }

    /** @throws ArrayIndexOutOfBoundsException for a name that no veto has */
    public long of(String veto) {
        return counts[NAMES.indexOf(veto)];
    }
}
