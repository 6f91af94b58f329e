package dev.headcount.agent.instrument;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A made-up class with a hook point and one of each thing that the real classes hold, so that
 * transforming it loads every class which transforming those will need.
 *
 * <p>A test compares it with the real ones: nothing of ours may load while they are transformed.
 */
final class HookSample {

    private static final String NAME = "java/util/concurrent/FutureTask";

    private HookSample() {}

    static void transform() {
        HookVisitor.apply(NAME, build());
    }

    private static byte[] build() {
        ClassWriter type = new ClassWriter(0);
        type.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, NAME, "Ljava/lang/Object;", "java/lang/Object", null);
        type.visitInnerClass(NAME + "$Node", NAME, "Node", Opcodes.ACC_STATIC);
        type.visitField(Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC, "state", "I", null, 1)
                .visitEnd();
        MethodVisitor method = type.visitMethod(
                Opcodes.ACC_PUBLIC, "setException", "(Ljava/lang/Throwable;)V", "()V", new String[] {"java/lang/Error"
                });
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        method.visitCode();
        method.visitTryCatchBlock(start, end, handler, "java/lang/Error");
        method.visitLabel(start);
        method.visitLineNumber(1, start);
        method.visitLdcInsn("text");
        method.visitInsn(Opcodes.POP);
        method.visitLdcInsn(1L);
        method.visitInsn(Opcodes.POP2);
        method.visitIntInsn(Opcodes.SIPUSH, 1);
        method.visitFieldInsn(Opcodes.PUTSTATIC, NAME, "state", "I");
        method.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
        method.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        method.visitJumpInsn(Opcodes.GOTO, end);
        method.visitLabel(handler);
        method.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Error"});
        method.visitInsn(Opcodes.ATHROW);
        method.visitLabel(end);
        method.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(2, 2);
        method.visitEnd();
        type.visitEnd();
        return type.toByteArray();
    }
}
