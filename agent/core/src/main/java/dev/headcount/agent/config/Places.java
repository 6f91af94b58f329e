package dev.headcount.agent.config;

import java.util.Map;
import java.util.Properties;

/**
 * Reads the places where a key may be given, in the order in which they win.
 *
 * <p>The environment alone is not strict about keys that nobody knows: Kubernetes puts {@code
 * HEADCOUNT_SERVICE_HOST} and its like into every pod beside a service called headcount. There only
 * what looks like a slip of the pen is an error.
 */
final class Places {

    static final String PROPERTY = "headcount.";
    static final String VARIABLE = "HEADCOUNT_";

    /** By the ordinal of the key; null where nobody gave it. */
    private final Given[] given = new Given[Key.values().length];

    private Places() {}

    /** All but the file, which may change while the program runs. */
    static Given[] read(String arguments, Properties properties, Map<String, String> environment) throws BadSetting {
        Places places = new Places();
        if (arguments != null && !arguments.isEmpty()) {
            places.readArguments(arguments);
        }
        places.readProperties(properties);
        places.readEnvironment(environment);
        return places.given;
    }

    private void readArguments(String arguments) throws BadSetting {
        int start = 0;
        while (start <= arguments.length()) {
            int comma = arguments.indexOf(',', start);
            int end = comma < 0 ? arguments.length() : comma;
            readArgument(arguments.substring(start, end));
            start = end + 1;
        }
    }

    private void readArgument(String pair) throws BadSetting {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            throw BadSetting.wrongValue("agent arguments", pair, "key=value,key=value");
        }
        String text = pair.substring(0, equals);
        String value = pair.substring(equals + 1);
        String where = "agent argument " + text;
        Key key = named(text);
        if (key == null) {
            throw BadSetting.unknownKey("agent argument " + BadSetting.quote(text), text, Key.forArguments());
        }
        Given earlier = given[key.ordinal()];
        if (earlier != null) {
            throw new BadSetting(where + ": given twice, found " + BadSetting.quote(earlier.text) + " and "
                    + BadSetting.quote(value) + ", expected one");
        }
        add(Given.check(key, value, where));
    }

    private void readProperties(Properties properties) throws BadSetting {
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PROPERTY)) {
                String text = name.substring(PROPERTY.length());
                String where = "system property " + name;
                Key key = named(text);
                if (key == null) {
                    throw BadSetting.unknownKey(where, text, Key.forArguments());
                }
                add(Given.check(key, properties.getProperty(name), where));
            }
        }
    }

    private void readEnvironment(Map<String, String> environment) throws BadSetting {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (variable.getKey().startsWith(VARIABLE)) {
                String text = keyOf(variable.getKey());
                String where = "environment variable " + variable.getKey();
                Key key = named(text);
                if (key != null) {
                    add(Given.check(key, variable.getValue(), where));
                } else if (isSlip(text)) {
                    throw BadSetting.unknownKey(where, text, Key.forArguments());
                }
            }
        }
    }

    /** @return null when there is none, or when it belongs into the file */
    private static Key named(String text) {
        Key key = Key.named(text);
        return key == null || !key.isForArguments() ? null : key;
    }

    private static String keyOf(String variable) {
        String name = variable.substring(VARIABLE.length());
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            key.append(c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return key.toString();
    }

    /** One letter off for the four-letter keys, so that HEADCOUNT_HOME is nobody's mode; two for the longer ones. */
    private static boolean isSlip(String text) {
        String nearest = Key.nearest(text, Key.forArguments()).text();
        return Spelling.distance(text, nearest) <= (nearest.length() > 4 ? 2 : 1);
    }

    private void add(Given value) {
        if (given[value.key.ordinal()] == null) {
            given[value.key.ordinal()] = value;
        }
    }
}
