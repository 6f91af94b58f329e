package dev.headcount.agent.jmx;

import dev.headcount.agent.loop.Event;
import javax.management.MBeanInfo;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;
import javax.management.ObjectName;
import javax.management.StandardEmitterMBean;

/**
 * Passes events on as notifications: type {@code headcount.<type>}, the pool's name as user data.
 *
 * <p>Threads: the one that tells. Listeners inside the JVM are the application's code and run on it.
 */
final class EventsBean extends StandardEmitterMBean implements EventsMXBean {

    private final ObjectName name;

    EventsBean(ObjectName name) {
        super(EventsMXBean.class, /* isMXBean= */ true, new NotificationBroadcasterSupport(types()));
        this.name = name;
    }

    void tell(Event event) {
        String where = event.pool.isEmpty() ? "" : event.pool + ": ";
        Notification notification =
                new Notification(type(event.type), name, event.sequence, event.timeMillis, where + event.text);
        notification.setUserData(event.pool);
        sendNotification(notification);
    }

    private static MBeanNotificationInfo types() {
        Event.Type[] all = Event.Type.values();
        String[] types = new String[all.length];
        for (int i = 0; i < all.length; i++) {
            types[i] = type(all[i]);
        }
        return new MBeanNotificationInfo(
                types,
                Notification.class.getName(),
                "message: one sentence; user data: the pool's name, empty when it is about the agent");
    }

    private static String type(Event.Type type) {
        return "headcount." + type.label();
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return "Tells every resize with its reason, and whatever a person may ask about later, as it happens";
    }
}
