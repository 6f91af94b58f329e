package dev.headcount.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * Inserts the hook points of one class: all that are needed, or none.
 *
 * <p>Nothing is computed: stack maps stay as they are, since no jump is inserted, and the stack
 * grows by what the deepest insertion needs.
 */
final class HookVisitor extends ClassVisitor {

    /** The most that one hook point holds on the stack above what was there. */
    private static final int EXTRA_STACK = 3;

    private final List<HookPoint> points;
    private final List<HookPoint> missing;

    private HookVisitor(ClassVisitor next, List<HookPoint> points) {
        super(Opcodes.ASM9, next);
        this.points = points;
        this.missing = new ArrayList<>();
        for (HookPoint point : points) {
            if (point.isNeeded) {
                missing.add(point);
            }
        }
    }

    /**
     * @return the class with every hook point of {@link HookTable} in it
     * @throws UnknownShapeException when a hook point has no place there
     */
    static byte[] apply(String internalName, byte[] original) {
        ClassReader reader = new ClassReader(original);
        ClassWriter writer = new ClassWriter(reader, 0);
        HookVisitor visitor = new HookVisitor(writer, HookTable.of(internalName));
        reader.accept(visitor, 0);
        if (!visitor.missing.isEmpty()) {
            throw new UnknownShapeException("no place for a hook: " + visitor.missing.get(0));
        }
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        List<HookPoint> here = null;
        for (HookPoint point : points) {
            if (point.isIn(name, descriptor)) {
                here = here == null ? new ArrayList<HookPoint>() : here;
                here.add(point);
            }
        }
        return here == null ? next : new Inserter(next, here);
    }

    private final class Inserter extends MethodVisitor {

        private final List<HookPoint> here;

        Inserter(MethodVisitor next, List<HookPoint> here) {
            super(Opcodes.ASM9, next);
            this.here = here;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            insert(HookPoint.Place.ENTRY, null);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
                insert(HookPoint.Place.RETURN, null);
                insert(HookPoint.Place.EXIT, null);
            } else if (opcode == Opcodes.ATHROW) {
                insert(HookPoint.Place.EXIT, null);
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            insert(HookPoint.Place.BEFORE_CALL, name);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            insert(HookPoint.Place.AFTER_CALL, name);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + EXTRA_STACK, maxLocals);
        }

        private void insert(HookPoint.Place place, String callee) {
            for (HookPoint point : here) {
                if (point.place == place && (callee == null || callee.equals(point.callee))) {
                    point.code.emit(mv);
                    missing.remove(point);
                }
            }
        }
    }
}
