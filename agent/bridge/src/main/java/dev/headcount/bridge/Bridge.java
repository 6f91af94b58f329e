package dev.headcount.bridge;

/**
 * The one class of ours that transformed JDK code calls; it lives in the boot loader.
 *
 * <p>Invariant: no method throws, whatever the hooks behind it do. Static state is one volatile
 * field. No constructor, no initialiser that does work, no dependency but {@code java.lang}.
 * Threads: any; {@link #install} publishes safely, and a caller sees either the old hooks or the
 * new ones, never a mixture within one call.
 * Cost: a volatile load and an interface call.
 */
public final class Bridge {

    /** What an agent compares before it uses a bridge that an earlier agent left behind. */
    public static final int PROTOCOL = 2;

    private static final PoolHooks SILENCE = new Silence();

    private static volatile PoolHooks hooks = SILENCE;

    private Bridge() {}

    /** Lets {@code successor} hear every call from now on; {@code null} lets nobody. */
    public static void install(PoolHooks successor) {
        hooks = successor == null ? SILENCE : successor;
    }

    /** Whether anybody listens. */
    public static boolean isInstalled() {
        return hooks != SILENCE;
    }

    /** The protocol as a call, since a constant is copied into its callers when they are compiled. */
    public static int protocol() {
        return PROTOCOL;
    }

    /** See {@link PoolHooks#offering}. */
    public static int offering(Object task, Object pool) {
        PoolHooks now = hooks;
        try {
            return now.offering(task, pool);
        } catch (Throwable failure) {
            broke(now, failure);
            return 0;
        }
    }

    /** See {@link PoolHooks#created}. */
    public static void created(Object pool) {
        PoolHooks now = hooks;
        try {
            now.created(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#sealed}. */
    public static void sealed(Object executor) {
        PoolHooks now = hooks;
        try {
            now.sealed(executor);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#offered}. */
    public static void offered(boolean accepted, int token, Object pool) {
        PoolHooks now = hooks;
        try {
            now.offered(accepted, token, pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#idle}. */
    public static void idle(Object pool) {
        PoolHooks now = hooks;
        try {
            now.idle(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#taken}. */
    public static void taken(Object task, Object pool) {
        PoolHooks now = hooks;
        try {
            now.taken(task, pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#started}. */
    public static void started(Object firstTask, Object pool) {
        PoolHooks now = hooks;
        try {
            now.started(firstTask, pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#exited}. */
    public static void exited(boolean abruptly, Object pool) {
        PoolHooks now = hooks;
        try {
            now.exited(abruptly, pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#rejected}. */
    public static void rejected(Object handler, Object pool) {
        PoolHooks now = hooks;
        try {
            now.rejected(handler, pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#scheduled}. */
    public static void scheduled(Object pool) {
        PoolHooks now = hooks;
        try {
            now.scheduled(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#resizing}. */
    public static void resizing(Object pool) {
        PoolHooks now = hooks;
        try {
            now.resizing(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#resized}. */
    public static void resized(Object pool) {
        PoolHooks now = hooks;
        try {
            now.resized(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#terminated}. */
    public static void terminated(Object pool) {
        PoolHooks now = hooks;
        try {
            now.terminated(pool);
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    /** See {@link PoolHooks#failed}. */
    public static void failed() {
        PoolHooks now = hooks;
        try {
            now.failed();
        } catch (Throwable failure) {
            broke(now, failure);
        }
    }

    private static void broke(PoolHooks now, Throwable failure) {
        try {
            now.broke(failure);
        } catch (Throwable second) {
            // They cannot even say so: nobody listens any more, and the application goes on.
            hooks = SILENCE;
        }
    }
}
