package dev.headcount.agent.jmx;

import javax.management.DescriptorRead;
import javax.management.MBeanOperationInfo;

/** Takes out of a descriptor what the introspector has put there from our annotations. */
final class Descriptions {

    private Descriptions() {}

    static String of(DescriptorRead info) {
        return text(info, "description");
    }

    static String parameterName(DescriptorRead info) {
        return text(info, "parameterName");
    }

    static int impact(DescriptorRead info) {
        Object impact = info.getDescriptor().getFieldValue("impact");
        return impact instanceof Integer ? (Integer) impact : MBeanOperationInfo.UNKNOWN;
    }

    private static String text(DescriptorRead info, String field) {
        Object text = info.getDescriptor().getFieldValue(field);
        return text instanceof String ? (String) text : "";
    }
}
