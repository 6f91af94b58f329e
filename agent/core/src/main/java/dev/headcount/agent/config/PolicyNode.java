package dev.headcount.agent.config;

import dev.headcount.agent.extension.BadExtension;
import dev.headcount.agent.extension.Extension;
import dev.headcount.agent.extension.ExtensionPolicy;
import dev.headcount.agent.extension.Extensions;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameter;
import dev.headcount.scaling.decider.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A policy as the file has it: {@code policy: aimd}, or with parameters {@code policy: {aimd: {step: 2}}}.
 *
 * <p>Law: one name, of ours or of an extension, and under it parameters of that one. Ours are checked each at its
 * place, and what doesn't go together at the name's; an extension says itself what it makes of all of its.
 */
final class PolicyNode {

    private final ConfigFile file;
    private final Map<String, String> given = new TreeMap<>();

    private PolicyNode(ConfigFile file) {
        this.file = file;
    }

    static Given read(ConfigFile file, Node node, String where) throws BadSetting {
        PolicyNode policy = new PolicyNode(file);
        return node instanceof MappingNode
                ? policy.withParameters(node, where)
                : policy.plain(ConfigFile.scalar(node, where, "one value"), where);
    }

    private Given plain(String name, String where) throws BadSetting {
        if (Value.POLICY.number(name) != Value.WRONG || file.extensions().isEmpty()) {
            return Given.check(Key.POLICY, name, where);
        }
        return ofExtension(name, where, where, Value.POLICY.expected);
    }

    private Given withParameters(Node node, String where) throws BadSetting {
        List<NodeTuple> names = ConfigFile.mapping(node, where, "a name");
        if (names.size() != 1) {
            throw new BadSetting(where + ": found " + names.size() + " names, expected one");
        }
        NodeTuple line = names.get(0);
        String at = file.where(line);
        String name = ConfigFile.scalar(line.getKeyNode(), at, "a name");
        BuiltIn law = BuiltIn.named(name);
        String expected = "one of " + BuiltIn.names();
        if (law == null && file.extensions().isEmpty()) {
            throw BadSetting.wrongValue(where, name, expected);
        }
        for (NodeTuple one : ConfigFile.mapping(line.getValueNode(), at, "lines of the form parameter: value")) {
            take(law, one, file.where(one));
        }
        if (law == null) {
            return ofExtension(name, where, at, expected);
        }
        try {
            law.decider(Parameters.of(given));
        } catch (IllegalArgumentException mistake) {
            throw new BadSetting(at + ": " + mistake.getMessage());
        }
        return Given.policy(name, given, where);
    }

    /** @param law null for one of an extension, which is asked for all of its parameters at once */
    private void take(BuiltIn law, NodeTuple line, String where) throws BadSetting {
        String name = ConfigFile.scalar(line.getKeyNode(), where, "a parameter");
        Parameter parameter = law == null ? null : law.parameter(name);
        if (law != null && parameter == null) {
            throw new BadSetting(where + ": unknown parameter of " + law.text() + " (all: " + law.known() + ")");
        }
        String text = ConfigFile.scalar(line.getValueNode(), where, "one value");
        if (law != null && !parameter.accepts(text)) {
            throw BadSetting.wrongValue(where, text, parameter.expected());
        }
        if (given.put(name, text) != null) {
            throw new BadSetting(where + ": given twice");
        }
    }

    private Given ofExtension(String name, String where, String at, String ours) throws BadSetting {
        Extensions extensions = file.extensions();
        if (extensions.areUnknown() && name.matches(Extension.NAME)) {
            return Given.policy(name, given, where);
        }
        ExtensionPolicy policy = extensions.policy(name);
        if (policy == null) {
            throw BadSetting.wrongValue(
                    where,
                    name,
                    ours + "; or of the extensions " + String.join(", ", extensions.names()) + "; the nearest is "
                            + nearest(name));
        }
        try {
            policy.check(Collections.unmodifiableMap(given));
        } catch (BadExtension refused) {
            throw new BadSetting(at + ": " + refused.getMessage());
        }
        return Given.policy(name, given, where);
    }

    private String nearest(String name) {
        String nearest = Key.POLICY.standard;
        for (BuiltIn one : BuiltIn.values()) {
            nearest = nearer(name, one.text(), nearest);
        }
        for (String one : file.extensions().names()) {
            nearest = nearer(name, one, nearest);
        }
        return nearest;
    }

    private static String nearer(String name, String one, String other) {
        return Spelling.distance(name, one) < Spelling.distance(name, other) ? one : other;
    }
}
