package dev.headcount.agent.instrument;

import static dev.headcount.agent.instrument.HookPoint.Place.AFTER_CALL;
import static dev.headcount.agent.instrument.HookPoint.Place.BEFORE_CALL;
import static dev.headcount.agent.instrument.HookPoint.Place.ENTRY;
import static dev.headcount.agent.instrument.HookPoint.Place.EXIT;
import static dev.headcount.agent.instrument.HookPoint.Place.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.DUP;
import static net.bytebuddy.jar.asm.Opcodes.DUP_X1;
import static net.bytebuddy.jar.asm.Opcodes.DUP_X2;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.SWAP;

import dev.headcount.agent.instrument.HookPoint.Code;
import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.MethodVisitor;

/**
 * Every hook point there is.
 *
 * <p>The way of a task through {@code ThreadPoolExecutor}, with the calls that are inserted:
 *
 * <pre>
 * execute(task) ──► [offering] workQueue.offer(task) [offered] ──► getTask() [taken] ──► run ──► getTask() [idle] …
 *      │                                                                                          │
 *      ├──► addWorker(task) ──► runWorker(worker) [started]                        processWorkerExit [exited]
 *      └──► reject(task) [rejected]
 * </pre>
 *
 * <p>The offer is hooked at its call and not at the entry of {@code execute}, because other agents
 * replace the argument there. A worker's first task passes neither the queue nor {@code getTask}.
 * Both setters are hooked at both ends, so that it is known when an application is inside.
 * {@code terminated()} is hooked at its call, since applications override it.
 *
 * <p>A future keeps what its task throws to itself, so its worker goes on and nothing above sees a failure: it is
 * told where the future takes the exception in. That costs a task that succeeds nothing. What a later stage of a
 * {@code CompletableFuture} throws is not told: it may run within the task of another, and would count twice. The
 * first builds of JDK 8 have other asynchronous tasks, and do without.
 *
 * <p>Source: the methods are alike in JDK 8, 11, 17, 21 and 25.
 */
final class HookTable {

    static final String BRIDGE = "dev/headcount/bridge/Bridge";

    private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
    private static final String WORKER = "java/util/concurrent/ThreadPoolExecutor$Worker";
    private static final String SCHEDULED = "java/util/concurrent/ScheduledThreadPoolExecutor";
    private static final String WRAPPER = "java/util/concurrent/Executors$DelegatedExecutorService";
    private static final String FUTURE = "java/util/concurrent/FutureTask";

    private static final String SUPPLY = "java/util/concurrent/CompletableFuture$AsyncSupply";
    private static final String RUN = "java/util/concurrent/CompletableFuture$AsyncRun";

    private static final String RESILIENCE4J =
            "io/github/resilience4j/circuitbreaker/internal/CircuitBreakerStateMachine";
    private static final String HYSTRIX = "com/netflix/hystrix/HystrixCircuitBreaker$HystrixCircuitBreakerImpl";

    private static final String[] TYPES = {POOL, SCHEDULED, WRAPPER, FUTURE, SUPPLY, RUN};

    private static final String OBJECT = "(Ljava/lang/Object;)V";
    private static final String TWO_OBJECTS = "(Ljava/lang/Object;Ljava/lang/Object;)V";

    private static final HookPoint[] POINTS = {
        new HookPoint(
                POOL,
                "<init>",
                "(IIJLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/BlockingQueue;"
                        + "Ljava/util/concurrent/ThreadFactory;Ljava/util/concurrent/RejectedExecutionHandler;)V",
                RETURN,
                null,
                tellThis("created")),
        new HookPoint(POOL, "execute", "(Ljava/lang/Runnable;)V", BEFORE_CALL, "offer", new Code() {
            @Override
            void emit(MethodVisitor method) { // queue, task -> token, queue, task
                method.visitInsn(DUP);
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "offering", "(Ljava/lang/Object;Ljava/lang/Object;)I");
                method.visitInsn(DUP_X2);
                method.visitInsn(POP);
            }
        }),
        new HookPoint(POOL, "execute", "(Ljava/lang/Runnable;)V", AFTER_CALL, "offer", new Code() {
            @Override
            void emit(MethodVisitor method) { // token, accepted -> accepted
                method.visitInsn(DUP_X1);
                method.visitInsn(SWAP);
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "offered", "(ZILjava/lang/Object;)V");
            }
        }),
        new HookPoint(POOL, "getTask", "()Ljava/lang/Runnable;", ENTRY, null, tellThis("idle")),
        new HookPoint(POOL, "getTask", "()Ljava/lang/Runnable;", RETURN, null, new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitInsn(DUP);
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "taken", TWO_OBJECTS);
            }
        }),
        new HookPoint(POOL, "runWorker", "(L" + WORKER + ";)V", ENTRY, null, new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitVarInsn(ALOAD, 1);
                method.visitFieldInsn(GETFIELD, WORKER, "firstTask", "Ljava/lang/Runnable;");
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "started", TWO_OBJECTS);
            }
        }),
        new HookPoint(POOL, "processWorkerExit", "(L" + WORKER + ";Z)V", ENTRY, null, new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitVarInsn(ILOAD, 2);
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "exited", "(ZLjava/lang/Object;)V");
            }
        }),
        new HookPoint(POOL, "reject", "(Ljava/lang/Runnable;)V", ENTRY, null, new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitVarInsn(ALOAD, 0);
                method.visitFieldInsn(GETFIELD, POOL, "handler", "Ljava/util/concurrent/RejectedExecutionHandler;");
                method.visitVarInsn(ALOAD, 0);
                bridge(method, "rejected", TWO_OBJECTS);
            }
        }),
        new HookPoint(POOL, "setCorePoolSize", "(I)V", ENTRY, null, tellThis("resizing")),
        new HookPoint(POOL, "setCorePoolSize", "(I)V", EXIT, null, tellThis("resized")),
        new HookPoint(POOL, "setMaximumPoolSize", "(I)V", ENTRY, null, tellThis("resizing")),
        new HookPoint(POOL, "setMaximumPoolSize", "(I)V", EXIT, null, tellThis("resized")),
        new HookPoint(POOL, "tryTerminate", "()V", BEFORE_CALL, "terminated", tellThis("terminated")),
        new HookPoint(
                SCHEDULED,
                "delayedExecute",
                "(Ljava/util/concurrent/RunnableScheduledFuture;)V",
                AFTER_CALL,
                "add",
                tellThis("scheduled")),
        new HookPoint(WRAPPER, "<init>", "(Ljava/util/concurrent/ExecutorService;)V", RETURN, null, new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitVarInsn(ALOAD, 1);
                bridge(method, "sealed", OBJECT);
            }
        }),
        new HookPoint(FUTURE, "setException", "(Ljava/lang/Throwable;)V", ENTRY, null, tellFailed()),
        new HookPoint(SUPPLY, "run", "()V", BEFORE_CALL, "completeThrowable", tellFailed()).ifThere(),
        new HookPoint(RUN, "run", "()V", BEFORE_CALL, "completeThrowable", tellFailed()).ifThere(),
        breakerCall(RESILIENCE4J, "acquirePermission", "()V"),
        breakerCall(RESILIENCE4J, "tryAcquirePermission", "()Z"),
        breakerCall(HYSTRIX, "attemptExecution", "()Z"), // by the caller; the next two by a worker of Hystrix' own
        breakerCall(HYSTRIX, "markSuccess", "()V"),
        breakerCall(HYSTRIX, "markNonSuccess", "()V"),
        breakerCall(HYSTRIX, "allowRequest", "()Z"),
    };

    private HookTable() {}

    /**
     * Whether {@code internalName} is a circuit breaker that applications bring along, in a loader of their own. Hooks
     * in it are not needed: one whose shape is not known goes unseen.
     */
    static boolean isBreaker(String internalName) {
        return RESILIENCE4J.equals(internalName) || HYSTRIX.equals(internalName);
    }

    /** Whether {@code internalName}, as in {@code java/lang/String}, has a hook point. */
    static boolean names(String internalName) {
        for (String type : TYPES) {
            if (type.equals(internalName)) {
                return true;
            }
        }
        return false;
    }

    static List<HookPoint> of(String internalName) {
        List<HookPoint> points = new ArrayList<>();
        for (HookPoint point : POINTS) {
            if (point.type.equals(internalName)) {
                points.add(point);
            }
        }
        return points;
    }

    /** The bridge has no call for breakers and must not change: this one takes any object. */
    private static HookPoint breakerCall(String type, String method, String descriptor) {
        return new HookPoint(type, method, descriptor, ENTRY, null, tellThis("sealed")).ifThere();
    }

    private static Code tellFailed() {
        return new Code() {
            @Override
            void emit(MethodVisitor method) {
                bridge(method, "failed", "()V");
            }
        };
    }

    private static Code tellThis(final String bridgeMethod) {
        return new Code() {
            @Override
            void emit(MethodVisitor method) {
                method.visitVarInsn(ALOAD, 0);
                bridge(method, bridgeMethod, OBJECT);
            }
        };
    }
}
