package dev.headcount.agent.config;

/** Where a key may be given. */
enum Scope {
    /** By argument, property, environment, and at the top of the file: it holds for the whole agent. */
    AGENT,
    /** Where {@link #AGENT} may, as the default of every pool, and in a rule for those that it matches. */
    POOL,
    /** At the top of the file only. */
    FILE,
    /** In a rule only. */
    RULE
}
