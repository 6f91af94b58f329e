package dev.headcount.agent.jmx;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * What the annotations of a bean's interface say of its parts, read off the interface's class file.
 *
 * <p>The JDK would copy annotations that are kept until run time into descriptors by itself. But for each type of
 * annotation it spins a proxy class, and makes an instance of it for each use: of all that an attach runs in the JDK
 * this would be the largest part, and the JIT's profiles of it stay after a detach.
 *
 * <p>Law: what isn't said, or can't be read, stays as the JDK says it.
 */
final class Descriptions {

    private static final int API = Opcodes.ASM9;

    /** By where it stands and the annotation's name: {@code getSize Unit}, {@code pin 0 Description}. */
    private final Map<String, Object> texts = new HashMap<>();

    private Descriptions() {}

    static Descriptions of(Class<?> mxBean) {
        Descriptions descriptions = new Descriptions();
        descriptions.read(mxBean);
        for (Class<?> parent : mxBean.getInterfaces()) {
            descriptions.read(parent);
        }
        return descriptions;
    }

    private void read(Class<?> type) {
        try (InputStream bytes = type.getResourceAsStream('/' + type.getName().replace('.', '/') + ".class")) {
            new ClassReader(bytes).accept(new TypeVisitor(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        } catch (IOException | RuntimeException unreadable) {
            // A bean without descriptions is still a bean.
        }
    }

    String of(MBeanInfo bean) {
        return text("Description", bean.getDescription());
    }

    String of(MBeanAttributeInfo attribute) {
        return text(getter(attribute) + " Description", attribute.getDescription());
    }

    String of(MBeanOperationInfo operation) {
        return text(operation.getName() + " Description", operation.getDescription());
    }

    /** @param sequence from 0 */
    String of(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return text(operation.getName() + ' ' + sequence + " Description", parameter.getDescription());
    }

    /** @param sequence from 0 */
    String nameOf(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return text(operation.getName() + ' ' + sequence + " Parameter", parameter.getName());
    }

    int impactOf(MBeanOperationInfo operation) {
        Object impact = texts.get(operation.getName() + " Impact");
        return impact == null ? operation.getImpact() : (Integer) impact;
    }

    /** {@code null} where there is none. */
    String unitOf(MBeanAttributeInfo attribute) {
        return text(getter(attribute) + " Unit", null);
    }

    private static String getter(MBeanAttributeInfo attribute) {
        return (attribute.isIs() ? "is" : "get") + attribute.getName();
    }

    private String text(String key, String otherwise) {
        Object text = texts.get(key);
        return text == null ? otherwise : (String) text;
    }

    private final class TypeVisitor extends ClassVisitor {
        TypeVisitor() {
            super(API);
        }

        @Override
        public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
            return new ValueVisitor("", type);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, final String method, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(API) {
                @Override
                public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
                    return new ValueVisitor(method + ' ', type);
                }

                @Override
                public AnnotationVisitor visitParameterAnnotation(int parameter, String type, boolean isVisible) {
                    return new ValueVisitor(method + ' ' + parameter + ' ', type);
                }
            };
        }
    }

    private final class ValueVisitor extends AnnotationVisitor {
        private final String key;

        ValueVisitor(String where, String type) {
            super(API);
            key = where + type.substring(type.lastIndexOf('/') + 1, type.length() - 1);
        }

        @Override
        public void visit(String name, Object value) {
            texts.put(key, value);
        }
    }
}
