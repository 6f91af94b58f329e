package dev.headcount.agent.config;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * Reads the file that {@code config} names: one flat YAML mapping of the other keys.
 *
 * <p>It works on the nodes of the document and not on objects made from them, so that every message
 * can name the line, and a value reaches the check as the person wrote it ({@code 010}, {@code off}).
 * The one class of this room that touches the YAML library: without a file none of it is loaded.
 */
final class ConfigFile {

    /** A configuration is some lines; whatever is longer is another file, named by mistake. */
    private static final int BYTES_MAX = 64 * 1024;

    private final String path;
    private final List<Given> values = new ArrayList<>();

    private ConfigFile(String path) {
        this.path = path;
    }

    static List<Given> read(Given config) throws BadSetting {
        File file = new File(config.text).getAbsoluteFile();
        ConfigFile reader = new ConfigFile(file.getPath());
        Optional<Node> document = reader.parse(config.where, file);
        if (document.isPresent()) {
            reader.readMapping(document.get());
        }
        return reader.values;
    }

    private Optional<Node> parse(String where, File file) throws BadSetting {
        if (!file.exists()) {
            throw new BadSetting(where + ": there is no file " + path);
        }
        if (!file.isFile()) {
            // Besides directories these are pipes and devices, on which the application's start would wait.
            throw new BadSetting(where + ": " + path + " is not a regular file");
        }
        try {
            InputStream content = new ByteArrayInputStream(content(where, file));
            return new Compose(LoadSettings.builder().build()).composeInputStream(content);
        } catch (IOException unreadable) {
            throw new BadSetting(where + ": cannot read " + path + " (" + unreadable.getMessage() + ")");
        } catch (MarkedYamlEngineException malformed) {
            throw new BadSetting(at(malformed.getProblemMark()) + ": not YAML, " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw new BadSetting(path + ": not YAML, " + malformed.getMessage());
        } catch (StackOverflowError nested) {
            throw new BadSetting(path + ": nested too deeply, expected lines of the form key: value");
        }
    }

    private byte[] content(String where, File file) throws IOException, BadSetting {
        byte[] content = new byte[BYTES_MAX + 1];
        int length = 0;
        try (InputStream in = new FileInputStream(file)) {
            int read = in.read(content);
            while (read > 0) {
                length += read;
                read = in.read(content, length, content.length - length);
            }
        }
        if (length > BYTES_MAX) {
            throw new BadSetting(where + ": " + path + " has more than " + BYTES_MAX + " bytes");
        }
        return Arrays.copyOf(content, length);
    }

    private void readMapping(Node document) throws BadSetting {
        if (!(document instanceof MappingNode)) {
            throw new BadSetting(at(document.getStartMark()) + ": expected lines of the form key: value");
        }
        for (NodeTuple line : ((MappingNode) document).getValue()) {
            String text = scalar(line.getKeyNode(), at(line.getKeyNode().getStartMark()), "a key");
            String where = at(line.getKeyNode().getStartMark()) + ": " + text;
            Key key = Key.named(text);
            if (key == null) {
                throw BadSetting.unknownKey(where, text);
            }
            if (key == Key.CONFIG) {
                throw new BadSetting(where + ": a configuration file cannot name another one");
            }
            for (Given earlier : values) {
                if (earlier.key == key) {
                    throw new BadSetting(where + ": given twice, first at " + earlier.where);
                }
            }
            values.add(Given.check(key, scalar(line.getValueNode(), where, "one value"), where));
        }
    }

    private static String scalar(Node node, String where, String expected) throws BadSetting {
        if (!(node instanceof ScalarNode)) {
            throw new BadSetting(where + ": found a list or a mapping, expected " + expected);
        }
        return ((ScalarNode) node).getValue();
    }

    /** The file and the line, counted from 1 as editors do. */
    private String at(Optional<Mark> mark) {
        return mark.isPresent() ? path + ':' + (mark.get().getLine() + 1) : path;
    }
}
