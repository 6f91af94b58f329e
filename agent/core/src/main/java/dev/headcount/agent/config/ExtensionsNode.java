package dev.headcount.agent.config;

import dev.headcount.agent.extension.BadExtension;
import dev.headcount.agent.extension.Extensions;
import java.io.File;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The jars that a file names: {@code extensions: [/opt/acme-policies.jar]}; each mistake is told at its entry. */
final class ExtensionsNode {

    private ExtensionsNode() {}

    static Extensions read(ConfigFile file, List<NodeTuple> lines, Extensions.Door door) throws BadSetting {
        for (NodeTuple line : lines) {
            Node key = line.getKeyNode();
            if (key instanceof ScalarNode && ((ScalarNode) key).getValue().equals(Key.EXTENSIONS.text())) {
                return jars(file, line.getValueNode(), file.where(line), door);
            }
        }
        return Extensions.NONE;
    }

    private static Extensions jars(ConfigFile file, Node list, String where, Extensions.Door door) throws BadSetting {
        if (!(list instanceof SequenceNode)) {
            throw new BadSetting(where + ": expected " + Key.EXTENSIONS.value.expected);
        }
        Extensions all = Extensions.NONE;
        for (Node entry : ((SequenceNode) list).getValue()) {
            String at = file.at(entry.getStartMark()) + ": " + Key.EXTENSIONS.text();
            String path = ConfigFile.scalar(entry, at, "the path of a jar");
            try {
                all = all.with(door.open(new File(path).getAbsoluteFile()));
            } catch (BadExtension unusable) {
                throw new BadSetting(at + ": " + unusable.getMessage());
            }
        }
        return all;
    }
}
