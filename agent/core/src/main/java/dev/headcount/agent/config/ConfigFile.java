package dev.headcount.agent.config;

import dev.headcount.agent.extension.Extensions;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The file that {@code config} names: a YAML mapping of keys, and a list of rules.
 *
 * <p>It works on the nodes of the document and not on objects made from them, so that every message
 * can name line and column, a value reaches the check as the person wrote it ({@code 010}, {@code off}),
 * and nothing that a document refers to a million times is ever unfolded.
 * It, {@link PolicyNode} and {@link ExtensionsNode} alone touch the YAML library: without a file none of it is loaded.
 */
final class ConfigFile {

    /** A configuration is some hundred lines; whatever is longer is another file, named by mistake. */
    private static final int BYTES_MAX = 256 * 1024;

    private final String path;
    final byte[] content;
    private final Given[] values = new Given[Key.values().length];
    private final List<Rule> rules = new ArrayList<>();
    private Extensions extensions = Extensions.NONE;

    private ConfigFile(String path, byte[] content) {
        this.path = path;
        this.content = content;
    }

    /** @param door how the jars that it names become extensions */
    static ConfigFile read(Given config, byte[] content, Extensions.Door door) throws BadSetting {
        ConfigFile file = new ConfigFile(file(config).getPath(), content);
        if (new String(content, StandardCharsets.UTF_8).trim().isEmpty()) { // as it is while it is written anew
            throw new BadSetting(file.path + ": is empty, expected lines of the form key: value");
        }
        Optional<Node> document = file.parse();
        if (document.isPresent()) {
            file.readDocument(document.get(), door);
        }
        return file;
    }

    /** The bytes of the file; never more than a configuration can have, and never waits for a pipe or device. */
    static byte[] content(Given config) throws BadSetting {
        File file = file(config);
        if (!file.exists()) {
            throw new BadSetting(config.where + ": there is no file " + file);
        }
        if (!file.isFile()) {
            throw new BadSetting(config.where + ": " + file + " is not a regular file");
        }
        byte[] content = new byte[BYTES_MAX + 1];
        int length = 0;
        try (InputStream in = new FileInputStream(file)) {
            int read = in.read(content);
            while (read > 0) {
                length += read;
                read = in.read(content, length, content.length - length);
            }
        } catch (IOException unreadable) {
            throw new BadSetting(config.where + ": cannot read " + file + " (" + unreadable.getMessage() + ")");
        }
        if (length > BYTES_MAX) {
            throw new BadSetting(config.where + ": " + file + " has more than " + BYTES_MAX + " bytes");
        }
        return Arrays.copyOf(content, length);
    }

    private static File file(Given config) {
        return new File(config.text).getAbsoluteFile();
    }

    /** @return null when the top of the file does not give it */
    Given of(Key key) {
        return values[key.ordinal()];
    }

    List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }

    /** Those that it names. */
    Extensions extensions() {
        return extensions;
    }

    private Optional<Node> parse() throws BadSetting {
        try {
            return new Compose(LoadSettings.builder().build()).composeInputStream(new ByteArrayInputStream(content));
        } catch (MarkedYamlEngineException malformed) {
            throw new BadSetting(at(malformed.getProblemMark()) + ": not YAML, " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new BadSetting(path + ": not YAML, " + malformed.getMessage());
        } catch (StackOverflowError nested) {
            throw new BadSetting(path + ": nested too deeply, expected lines of the form key: value");
        }
    }

    private void readDocument(Node document, Extensions.Door door) throws BadSetting {
        List<NodeTuple> lines = mapping(document, at(document.getStartMark()), "lines of the form key: value");
        extensions = ExtensionsNode.read(this, lines, door); // first, wherever they stand: rules name their policies
        for (NodeTuple line : lines) {
            Key key = key(line, Key.forFile());
            String where = where(line);
            if (key == Key.RULES) {
                readRules(line.getValueNode(), where);
            } else if (key == Key.EXTENSIONS) {
                give(values, Given.extensions(extensions.toString(), where));
            } else {
                take(values, key, line, where);
            }
        }
    }

    private void readRules(Node list, String where) throws BadSetting {
        if (!(list instanceof SequenceNode)) {
            throw new BadSetting(where + ": expected " + Key.RULES.value.expected);
        }
        if (!rules.isEmpty()) {
            throw new BadSetting(where + ": given twice");
        }
        for (Node entry : ((SequenceNode) list).getValue()) {
            String at = at(entry.getStartMark());
            Given[] given = new Given[Key.values().length];
            for (NodeTuple line : mapping(entry, at, "a rule: lines of the form key: value")) {
                take(given, key(line, Key.forRules()), line, where(line));
            }
            check(given, at);
            rules.add(new Rule(rules.size() + 1, given));
        }
    }

    private static void check(Given[] rule, String at) throws BadSetting {
        boolean givesSomething = false;
        for (Key key : Key.values()) {
            givesSomething |= key.scope == Scope.POOL && rule[key.ordinal()] != null;
        }
        if (!givesSomething) {
            throw new BadSetting(at + ": a rule that changes nothing, expected a key such as ceiling or mode in it");
        }
        Given mode = rule[Key.MODE.ordinal()];
        if (mode != null && Mode.named(mode.text) == Mode.OFF) {
            throw BadSetting.wrongValue(mode.where, mode.text, "auto, advise or observe in a rule");
        }
        Given floor = rule[Key.FLOOR.ordinal()];
        Given ceiling = rule[Key.CEILING.ordinal()];
        if (floor != null && ceiling != null && Size.isBelow(ceiling.text, floor.text)) {
            throw BadSetting.wrongValue(
                    ceiling.where, ceiling.text, "at least the floor of the same rule, " + floor.text);
        }
    }

    private void take(Given[] into, Key key, NodeTuple line, String where) throws BadSetting {
        Node value = line.getValueNode();
        give(
                into,
                key == Key.POLICY
                        ? PolicyNode.read(this, value, where)
                        : Given.check(key, scalar(value, where, "one value"), where));
    }

    private static void give(Given[] into, Given value) throws BadSetting {
        Given earlier = into[value.key.ordinal()];
        if (earlier != null) {
            throw new BadSetting(value.where + ": given twice, first at " + earlier.where);
        }
        into[value.key.ordinal()] = value;
    }

    static List<NodeTuple> mapping(Node node, String at, String expected) throws BadSetting {
        if (!(node instanceof MappingNode)) {
            throw new BadSetting(at + ": expected " + expected);
        }
        return ((MappingNode) node).getValue();
    }

    private Key key(NodeTuple line, List<Key> known) throws BadSetting {
        String text = scalar(line.getKeyNode(), at(line.getKeyNode().getStartMark()), "a key");
        Key key = Key.named(text);
        if (key == Key.CONFIG) {
            throw new BadSetting(where(line) + ": a configuration file cannot name another one");
        }
        if (key == null || !known.contains(key)) {
            throw BadSetting.unknownKey(where(line), text, known);
        }
        return key;
    }

    String where(NodeTuple line) throws BadSetting {
        String at = at(line.getKeyNode().getStartMark());
        return at + ": " + scalar(line.getKeyNode(), at, "a key");
    }

    static String scalar(Node node, String where, String expected) throws BadSetting {
        if (!(node instanceof ScalarNode)) {
            throw new BadSetting(where + ": found a list or a mapping, expected " + expected);
        }
        return ((ScalarNode) node).getValue();
    }

    /** The file, the line and the column, counted from 1 as editors do. */
    String at(Optional<Mark> mark) {
        return mark.isPresent()
                ? path + ':' + (mark.get().getLine() + 1) + ':' + (mark.get().getColumn() + 1)
                : path;
    }
}
