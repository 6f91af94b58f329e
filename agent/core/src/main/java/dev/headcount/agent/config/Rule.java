package dev.headcount.agent.config;

/**
 * One entry of the file's {@code rules}: which pools it matches, and what holds for them.
 *
 * <p>Invariant: everything in it was checked; immutable.
 */
final class Rule {

    /** From 1, in the order of the file. */
    private final int number;

    private final Given[] given;
    private final Glob pool;
    private final Glob creator;

    /** @param given by the ordinal of the key; null where the rule does not give it */
    Rule(int number, Given[] given) {
        this.number = number;
        this.given = given;
        this.pool = glob(Key.POOL);
        this.creator = glob(Key.CREATOR);
    }

    private Glob glob(Key key) {
        Given pattern = of(key);
        return pattern == null ? null : new Glob(pattern.text);
    }

    /** @return null when it does not give that key */
    Given of(Key key) {
        return given[key.ordinal()];
    }

    boolean matches(String poolName, String poolCreator, String poolKind) {
        return (pool == null || pool.matches(poolName))
                && (creator == null || creator.matches(poolCreator))
                && (of(Key.KIND) == null || of(Key.KIND).text.equals(poolKind));
    }

    /** Whether it is meant for pools of certain names and not for all of some sort. */
    boolean namesPools() {
        return pool != null;
    }

    /** Whether its pattern of names leaves any pool out. */
    boolean picksByName() {
        return pool != null && !pool.isForAll();
    }

    /** When it ends by itself, in milliseconds since 1970. */
    long untilMillis() {
        return of(Key.UNTIL) == null ? Long.MAX_VALUE : of(Key.UNTIL).number;
    }

    /** Such as {@code rule 2 (orders*, until 2026-12-24T18:00:00Z, because Christmas)}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (Key key : new Key[] {Key.POOL, Key.CREATOR, Key.KIND}) {
            words.append(of(key) == null ? "" : (words.length() == 0 ? "" : ", ") + of(key).text);
        }
        if (words.length() == 0) {
            words.append("every pool");
        }
        words.append(of(Key.UNTIL) == null ? "" : ", until " + of(Key.UNTIL).text);
        words.append(of(Key.BECAUSE) == null ? "" : ", because " + of(Key.BECAUSE).text);
        return "rule " + number + " (" + words + ')';
    }
}
