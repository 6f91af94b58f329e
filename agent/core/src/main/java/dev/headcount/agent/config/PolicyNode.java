package dev.headcount.agent.config;

import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameter;
import dev.headcount.scaling.decider.Parameters;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;

/**
 * A policy with parameters, as the file has it: {@code policy: {aimd: {step: 2, decrease: 40%}}}.
 *
 * <p>Law: one name, and under it parameters of that one; each is checked at its place, and what doesn't go together at
 * the name's.
 */
final class PolicyNode {

    private PolicyNode() {}

    static Given read(ConfigFile file, Node node, String where) throws BadSetting {
        List<NodeTuple> names = ConfigFile.mapping(node, where, "a name");
        if (names.size() != 1) {
            throw new BadSetting(where + ": found " + names.size() + " names, expected one");
        }
        NodeTuple line = names.get(0);
        String at = file.where(line);
        String name = ConfigFile.scalar(line.getKeyNode(), at, "a name");
        BuiltIn law = BuiltIn.named(name);
        if (law == null) {
            throw BadSetting.wrongValue(where, name, "one of " + BuiltIn.names());
        }
        Map<String, String> given = new TreeMap<>();
        for (NodeTuple one : ConfigFile.mapping(line.getValueNode(), at, "lines of the form parameter: value")) {
            take(given, law, one, file.where(one));
        }
        try {
            law.decider(Parameters.of(given));
        } catch (IllegalArgumentException mistake) {
            throw new BadSetting(at + ": " + mistake.getMessage());
        }
        return Given.policy(name, given, where);
    }

    private static void take(Map<String, String> given, BuiltIn law, NodeTuple line, String where) throws BadSetting {
        String name = ConfigFile.scalar(line.getKeyNode(), where, "a parameter");
        Parameter parameter = law.parameter(name);
        if (parameter == null) {
            throw new BadSetting(where + ": unknown parameter of " + law.text() + " (all: " + law.known() + ")");
        }
        String text = ConfigFile.scalar(line.getValueNode(), where, "one value");
        if (!parameter.accepts(text)) {
            throw BadSetting.wrongValue(where, text, parameter.expected());
        }
        if (given.put(name, text) != null) {
            throw new BadSetting(where + ": given twice");
        }
    }
}
