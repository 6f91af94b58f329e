package dev.headcount.agent.instrument;

import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * One row of {@link HookTable}: a method, a place in it, and what is inserted there.
 *
 * <p>Invariant: the inserted code leaves the operand stack as it found it, uses no local variable
 * of its own and contains no jump.
 */
final class HookPoint {

    /** Where in the method the call goes. */
    enum Place {
        /** Before the first instruction. */
        ENTRY,
        /** Before each return instruction; an exception passes by. */
        RETURN,
        /** Before each return and each {@code throw} of the method's own; what a callee throws passes by. */
        EXIT,
        /** Right before each call of {@link HookPoint#callee}. */
        BEFORE_CALL,
        /** Right after each call of {@link HookPoint#callee} that returned. */
        AFTER_CALL
    }

    /** The instructions to insert; a lambda is avoided since premain pays for each. */
    abstract static class Code {
        abstract void emit(MethodVisitor method);

        static void bridge(MethodVisitor method, String name, String descriptor) {
            method.visitMethodInsn(Opcodes.INVOKESTATIC, HookTable.BRIDGE, name, descriptor, /* isInterface= */ false);
        }
    }

    final String type;
    final String method;
    final String descriptor;
    final Place place;
    final String callee;
    final Code code;
    final boolean isNeeded;

    HookPoint(String type, String method, String descriptor, Place place, String callee, Code code) {
        this(type, method, descriptor, place, callee, code, /* isNeeded= */ true);
    }

    private HookPoint(
            String type, String method, String descriptor, Place place, String callee, Code code, boolean isNeeded) {
        this.type = type;
        this.method = method;
        this.descriptor = descriptor;
        this.place = place;
        this.callee = callee;
        this.code = code;
        this.isNeeded = isNeeded;
    }

    /** The same point, which may be missing: what it tells is only told then where there is a place for it. */
    HookPoint ifThere() {
        return new HookPoint(type, method, descriptor, place, callee, code, /* isNeeded= */ false);
    }

    boolean isIn(String name, String methodDescriptor) {
        return method.equals(name) && descriptor.equals(methodDescriptor);
    }

    @Override
    public String toString() {
        String at = callee == null ? place.name() : place + " " + callee;
        return type.replace('/', '.') + "." + method + descriptor + " at " + at;
    }
}
