package dev.headcount.agent.jmx;

import java.util.Map;
import java.util.TreeMap;
import javax.management.Descriptor;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/**
 * An MXBean that says what each of its parts is; a plain one shows {@code p0} and the attribute's own name.
 *
 * <p>No emitter: clients offer a subscription at every bean that could notify, and ours would never.
 */
final class DescribedBean extends StandardMBean {

    private final Interface type;

    /** @param type of the bean, shared by all that have the same */
    <T> DescribedBean(T bean, Class<T> mxBean, Interface type) {
        super(bean, mxBean, /* isMXBean= */ true);
        this.type = type;
    }

    /** What beans of one interface have in common: a pool's has some eighty attributes. */
    static final class Interface {
        private final Descriptions descriptions;
        private volatile MBeanInfo info;

        Interface(Class<?> mxBean) {
            descriptions = Descriptions.of(mxBean);
        }
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        if (type.info == null) {
            type.info = withUnits(super.getMBeanInfo());
        }
        return type.info;
    }

    private MBeanInfo withUnits(MBeanInfo plain) {
        MBeanAttributeInfo[] attributes = plain.getAttributes();
        for (int i = 0; i < attributes.length; i++) {
            String unit = type.descriptions.unitOf(attributes[i]);
            attributes[i] = unit == null ? attributes[i] : with("units=" + unit, attributes[i]);
        }
        return new MBeanInfo(
                plain.getClassName(),
                plain.getDescription(),
                attributes,
                plain.getConstructors(),
                plain.getOperations(),
                plain.getNotifications(),
                immutable(plain.getDescriptor()));
    }

    /** That the JDK doubts, since a subclass could say something else at each call; clients keep what is immutable. */
    private static Descriptor immutable(Descriptor plain) {
        Map<String, Object> fields = new TreeMap<>();
        for (String name : plain.getFieldNames()) {
            fields.put(name, plain.getFieldValue(name));
        }
        fields.put("immutableInfo", "true");
        return new ImmutableDescriptor(fields);
    }

    private static MBeanAttributeInfo with(String field, MBeanAttributeInfo plain) {
        return new MBeanAttributeInfo(
                plain.getName(),
                plain.getType(),
                plain.getDescription(),
                plain.isReadable(),
                plain.isWritable(),
                plain.isIs(),
                ImmutableDescriptor.union(plain.getDescriptor(), new ImmutableDescriptor(field)));
    }

    @Override
    protected String getDescription(MBeanInfo bean) {
        return type.descriptions.of(bean);
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        return type.descriptions.of(attribute);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return type.descriptions.of(operation);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return type.descriptions.of(operation, parameter, sequence);
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return type.descriptions.nameOf(operation, parameter, sequence);
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        return type.descriptions.impactOf(operation);
    }
}
