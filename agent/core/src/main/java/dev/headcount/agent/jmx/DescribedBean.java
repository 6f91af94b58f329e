package dev.headcount.agent.jmx;

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

    <T> DescribedBean(T bean, Class<T> mxBean) {
        super(bean, mxBean, /* isMXBean= */ true);
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return getMBeanInterface().getAnnotation(Description.class).value();
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return Descriptions.of(info);
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return Descriptions.of(info);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return Descriptions.of(parameter);
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return Descriptions.parameterName(parameter);
    }

    @Override
    protected int getImpact(MBeanOperationInfo info) {
        return Descriptions.impact(info);
    }
}
