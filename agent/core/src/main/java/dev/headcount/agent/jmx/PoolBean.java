package dev.headcount.agent.jmx;

import dev.headcount.agent.loop.PoolControl;
import dev.headcount.agent.loop.PoolOperator;
import dev.headcount.agent.loop.WriteGate;
import java.util.function.BooleanSupplier;

/**
 * One pool's bean: passes what it is told to the pool's operator, whose exceptions reach the client as they are.
 *
 * <p>Threads: any. A setter returns when the value can be read back, or after {@link #PATIENCE_MILLIS}: a client
 * that sets and then shows what it reads would otherwise look as if it had been refused.
 */
final class PoolBean extends MeasuredPool implements PoolMXBean {

    /** Who it was, in events and reasons; a local connector tells no more. */
    static final String ACTOR = "JMX";

    /** Two looks at the default pace; more would hold up clients of an agent that was told to look rarely. */
    private static final long PATIENCE_MILLIS = 500;

    private static final long LOOK_MILLIS = 10;

    private final WriteGate gate;

    PoolBean(PoolControl control, WriteGate gate) {
        super(control);
        this.gate = gate;
    }

    private String actor() {
        return gate.actor(ACTOR);
    }

    private PoolOperator operator() {
        return control.operator();
    }

    @Override
    public String getName() {
        return control.pool().name();
    }

    @Override
    public String getKind() {
        return control.pool().kind().label();
    }

    @Override
    public String getState() {
        return view().state.label();
    }

    @Override
    public String getCreator() {
        return control.pool().creator();
    }

    @Override
    public int getOriginalCore() {
        return view().originalCore;
    }

    @Override
    public int getOriginalMaximum() {
        return view().originalMaximum;
    }

    @Override
    public int getTarget() {
        return view().target;
    }

    @Override
    public String getPolicy() {
        return control.policy();
    }

    @Override
    public int getKnee() {
        return view().knee;
    }

    @Override
    public int getAdvisedFloor() {
        return view().advisedFloor();
    }

    @Override
    public int getAdvisedCeiling() {
        return view().advisedCeiling();
    }

    @Override
    public long getAdvisedAvoidedLateTasks() {
        return Math.round(view().scored.avoidedLateTasks);
    }

    @Override
    public long getAdvisedAddedLateTasks() {
        return Math.round(view().scored.addedLateTasks);
    }

    @Override
    public long getAdvisedSavedThreadSeconds() {
        return Math.round(view().scored.savedThreadSeconds);
    }

    @Override
    public long getAdvisedSpentThreadSeconds() {
        return Math.round(view().scored.spentThreadSeconds);
    }

    @Override
    public int getFloor() {
        return view().bounds.floor();
    }

    @Override
    public void setFloor(int floor) {
        operator().floor(floor, actor());
        await(() -> getFloor() == floor);
    }

    @Override
    public int getCeiling() {
        return view().bounds.ceiling();
    }

    @Override
    public void setCeiling(int ceiling) {
        operator().ceiling(ceiling, actor());
        await(() -> getCeiling() == ceiling);
    }

    @Override
    public String getMode() {
        return view().mode.text();
    }

    @Override
    public void setMode(String mode) {
        operator().mode(mode, actor());
        await(() -> getMode().equals(mode));
    }

    @Override
    public long getWaitObjectiveMillis() {
        return Math.round(view().bounds.waitObjectiveSeconds() * 1e3);
    }

    @Override
    public void setWaitObjectiveMillis(long millis) {
        operator().waitObjectiveMillis(millis, actor());
        await(() -> getWaitObjectiveMillis() == millis);
    }

    private static void await(BooleanSupplier isShown) {
        long started = System.nanoTime();
        try {
            while (!isShown.getAsBoolean() && System.nanoTime() - started < PATIENCE_MILLIS * 1_000_000) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public long getResizeUpCount() {
        return view().resizesUp;
    }

    @Override
    public long getResizeDownCount() {
        return view().resizesDown;
    }

    @Override
    public long getVetoBreakerOpenCount() {
        return view().vetoes.of("breaker_open");
    }

    @Override
    public long getVetoBreakerHalfOpenCount() {
        return view().vetoes.of("breaker_half_open");
    }

    @Override
    public long getVetoExternalCount() {
        return view().vetoes.of("external");
    }

    @Override
    public long getVetoErrorsCount() {
        return view().vetoes.of("errors");
    }

    @Override
    public long getVetoCpuCount() {
        return view().vetoes.of("cpu");
    }

    @Override
    public long getVetoGcCount() {
        return view().vetoes.of("gc");
    }

    @Override
    public long getVetoMemoryCount() {
        return view().vetoes.of("memory");
    }

    @Override
    public long getVetoThreadHeadroomCount() {
        return view().vetoes.of("thread_headroom");
    }

    @Override
    public long getVetoUnsureCount() {
        return view().vetoes.of("unsure");
    }

    @Override
    public long getVetoBudgetCount() {
        return view().vetoes.of("budget");
    }

    @Override
    public long getVetoCostCount() {
        return view().vetoes.of("cost");
    }

    @Override
    public double getCostTotal() {
        return view().signal.cost().total();
    }

    @Override
    public String getDecision() {
        return Explanation.lastChange(view());
    }

    @Override
    public String getDecisionReason() {
        return view().reason();
    }

    @Override
    public String pin(int size, int minutes, String because) {
        return operator().pin(size, minutes, because, actor());
    }

    @Override
    public String unpin() {
        return operator().unpin(actor());
    }

    @Override
    public String reset() {
        return operator().reset(actor());
    }

    @Override
    public String lease(String owner, int target, int seconds) {
        return operator().lease(owner, target, seconds);
    }

    @Override
    public String release(String owner) {
        return operator().release(owner);
    }

    @Override
    public String breaker(String state, int seconds) {
        return operator().breaker(state, seconds, actor());
    }

    @Override
    public String explain() {
        return Explanation.of(control);
    }
}
