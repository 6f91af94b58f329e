package dev.headcount.subject;

import java.util.Set;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Somebody else's autoscaler: holds the size of another process's pool by plain JMX.
 *
 * <p>Arguments: where that process's connector is, the pool's name, owner, target, seconds of each lease, and how
 * many milliseconds later it is renewed. Prints what the bean answers, and goes on until it is killed.
 */
final class LeaseHolder {

    private LeaseHolder() {}

    public static void main(String[] arguments) throws Exception {
        Parent.watch();
        JMXConnector connector = JMXConnectorFactory.connect(new JMXServiceURL(arguments[0]));
        MBeanServerConnection server = connector.getMBeanServerConnection();
        ObjectName pattern = new ObjectName("headcount:type=Pool,name=" + arguments[1] + ",*");
        Set<ObjectName> pools = server.queryNames(pattern, null);
        Object[] values = {arguments[2], Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4])};
        String[] types = {String.class.getName(), "int", "int"};
        while (true) {
            System.out.println("answer " + server.invoke(pools.iterator().next(), "lease", values, types));
            Pools.sleep(Long.parseLong(arguments[5]));
        }
    }
}
