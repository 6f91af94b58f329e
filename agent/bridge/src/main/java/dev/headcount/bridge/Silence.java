package dev.headcount.bridge;

/** The hooks of nobody: before the agent is ready, after it left, and when it stepped aside. */
final class Silence implements PoolHooks {

    @Override
    public void created(Object pool) {}

    @Override
    public void sealed(Object executor) {}

    @Override
    public int offering(Object task, Object pool) {
        return 0;
    }

    @Override
    public void offered(boolean accepted, int token, Object pool) {}

    @Override
    public void idle(Object pool) {}

    @Override
    public void taken(Object task, Object pool) {}

    @Override
    public void started(Object firstTask, Object pool) {}

    @Override
    public void exited(boolean abruptly, Object pool) {}

    @Override
    public void rejected(Object handler, Object pool) {}

    @Override
    public void scheduled(Object pool) {}

    @Override
    public void resizing(Object pool) {}

    @Override
    public void resized(Object pool) {}

    @Override
    public void terminated(Object pool) {}

    @Override
    public void failed() {}

    @Override
    public void broke(Throwable failure) {}
}
