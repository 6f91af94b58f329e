package dev.headcount.agent.jmx;

import javax.management.MBeanInfo;
import javax.management.StandardMBean;

/**
 * An MXBean that says what each of its parts is; a plain one shows {@code p0} and the attribute's own name.
 *
 * <p>What it says is the same for all beans of one interface, and kept once: a pool has some eighty attributes.
 * No emitter: clients offer a subscription at every bean that could notify, and ours would never.
 */
final class DescribedBean extends StandardMBean {

    private final Descriptions descriptions;

    <T> DescribedBean(T bean, Class<T> mxBean, Descriptions descriptions) {
        super(bean, mxBean, /* isMXBean= */ true);
        this.descriptions = descriptions;
    }

    @Override
    public MBeanInfo getMBeanInfo() {
        MBeanInfo known = descriptions.described();
        return known == null ? descriptions.describe(super.getMBeanInfo()) : known;
    }
}
