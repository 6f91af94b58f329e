package dev.headcount.agent.config;

import dev.headcount.agent.extension.Extension;
import dev.headcount.scaling.decider.BuiltIn;
import dev.headcount.scaling.decider.Parameter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes {@code docs/configuration.md} and {@code docs/headcount.schema.json} from {@link Key} and {@link Value}.
 *
 * <p>{@code mvn -q -pl agent/core -am test-compile && java -cp agent/core/target/classes:agent/core/target/test-classes
 * dev.headcount.agent.config.Pages docs}
 */
final class Pages {

    static final String PAGE = "configuration.md";
    static final String SCHEMA = "headcount.schema.json";

    private Pages() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.writeString(folder.resolve(PAGE), page());
        Files.writeString(folder.resolve(SCHEMA), schema());
    }

    static String page() throws IOException {
        return Texts.BEFORE
                + table("For the whole agent", keys(Scope.AGENT), "")
                + table(
                        "For every pool, and in rules",
                        keys(Scope.POOL),
                        "At the top of the file, or as an argument, property or variable, these hold for every pool; in a"
                                + " rule for the pools that it matches.\n\n")
                + table("In the file only", keys(Scope.FILE), "")
                + table("In rules only", keys(Scope.RULE), "")
                + parameters()
                + Texts.AFTER;
    }

    private static List<Key> keys(Scope scope) {
        return List.of(Key.values()).stream().filter(key -> key.scope == scope).toList();
    }

    private static String table(String title, List<Key> keys, String intro) {
        StringBuilder table = new StringBuilder("### " + title + "\n\n" + intro);
        table.append("| key | value | default | meaning |\n|---|---|---|---|\n");
        for (Key key : keys) {
            table.append("| `").append(key.text()).append("` | ").append(key.value.expected);
            table.append(" | ")
                    .append(key.standard)
                    .append(" | ")
                    .append(key.meaning)
                    .append(" |\n");
        }
        return table.append('\n').toString();
    }

    private static String parameters() {
        StringBuilder table = new StringBuilder(Texts.PARAMETERS);
        table.append("| policy | parameter | value | default | meaning |\n|---|---|---|---|---|\n");
        for (BuiltIn law : BuiltIn.values()) {
            for (Parameter one : law.parameters()) {
                table.append("| `").append(law.text()).append("` | `").append(one.name());
                table.append("` | ").append(one.expected()).append(" | ").append(one.standard());
                table.append(" | ").append(one.meaning()).append(" |\n");
            }
        }
        return table.append('\n').toString();
    }

    static String schema() {
        StringBuilder schema = new StringBuilder("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "title": "Headcount",
                  "description": "The file that config=PATH names",
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                """);
        for (Key key : Key.forFile()) {
            if (key != Key.RULES) {
                schema.append(property(key, "    ")).append(",\n");
            }
        }
        schema.append("    \"rules\": {\n      \"description\": ")
                .append(quoted(Key.RULES.meaning))
                .append(",\n");
        schema.append("      \"type\": \"array\",\n      \"items\": {\n        \"type\": \"object\",\n");
        schema.append("        \"additionalProperties\": false,\n        \"properties\": {\n");
        List<Key> rule = Key.forRules();
        for (int i = 0; i < rule.size(); i++) {
            schema.append(property(rule.get(i), "          ")).append(i < rule.size() - 1 ? ",\n" : "\n");
        }
        return schema.append("        }\n      }\n    }\n  }\n}\n").toString();
    }

    /** YAML makes a boolean of {@code true} and a number of {@code 64}, so editors must be told of both. */
    private static String property(Key key, String indent) {
        String types = key.value == Value.BOOLEAN
                ? "\"type\": \"boolean\""
                : key.value == Value.POLICY
                        ? "\"type\": [\"string\", \"object\"],\n" + indent + "  \"examples\": " + examples() + ",\n"
                                + indent + "  \"minProperties\": 1,\n" + indent + "  \"maxProperties\": 1,\n" + indent
                                + "  \"additionalProperties\": {\"type\": \"object\"},\n" + indent
                                + "  \"properties\": {\n" + laws(indent + "    ") + indent + "  }"
                        : key.value == Value.JARS
                                ? "\"type\": \"array\",\n" + indent + "  \"items\": {\"type\": \"string\"}"
                                : key.value == Value.SIZE || key.value == Value.ADDRESS || key.value == Value.POOLS
                                        ? "\"type\": [\"integer\", \"string\"]"
                                        : key.value == Value.AMOUNT || key.value == Value.BUDGET
                                                ? "\"type\": [\"number\", \"string\"]"
                                                : "\"type\": \"string\"";
        String pattern = key.value.pattern == null || key.value == Value.BOOLEAN
                ? ""
                : ",\n" + indent + "  \"pattern\": " + quoted(pattern(key.value));
        String text = key.meaning + ". Default: " + key.standard;
        return indent + quoted(key.text()) + ": {\n" + indent + "  \"description\": " + quoted(text) + ",\n" + indent
                + "  " + types + pattern + "\n" + indent + "}";
    }

    /** An editor can't know what extensions call their policies. */
    private static String pattern(Value value) {
        return value == Value.POLICY ? '^' + Extension.NAME + '$' : value.pattern;
    }

    /** What it can complete all the same: those that need no parameters. */
    private static String examples() {
        return Arrays.stream(BuiltIn.values())
                .map(BuiltIn::text)
                .filter(name -> Value.POLICY.number(name) != Value.WRONG)
                .map(Pages::quoted)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** An object for each policy; a composite takes its members' parameters besides, which are for the agent to check. */
    private static String laws(String indent) {
        StringBuilder laws = new StringBuilder();
        for (BuiltIn law : BuiltIn.values()) {
            laws.append(laws.length() == 0 ? "" : ",\n").append(indent).append(quoted(law.text()));
            laws.append(": {\"type\": \"object\", \"additionalProperties\": ").append(law == BuiltIn.COMPOSITE);
            laws.append(", \"properties\": {");
            String between = "";
            for (Parameter one : law.parameters()) {
                laws.append(between).append('\n').append(indent).append("  ").append(quoted(one.name()));
                laws.append(": {\"type\": [\"number\", \"string\"], \"pattern\": ")
                        .append(quoted(one.pattern()));
                laws.append('}');
                between = ",";
            }
            laws.append("}}");
        }
        return laws.append('\n').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What stands around the tables. */
    private static final class Texts {

        static final String BEFORE = """
                # Configuration

                Headcount needs none. What you do set, you set in four places; where several give a key, the first of
                these counts:

                1. behind the jar's path: `-javaagent:headcount-agent.jar=mode=observe,tick=1s`
                2. a system property: `-Dheadcount.mode=observe`
                3. the environment: `HEADCOUNT_MODE=observe` (upper case, `_` for `-`)
                4. a YAML file that one of the three names as `config`: `HEADCOUNT_CONFIG=/etc/headcount.yaml`

                Rules, which tell pools apart, are in the file only:

                ```yaml
                mode: auto
                wait-objective: 100ms

                rules:                       # for each key, the first rule counts that matches and gives it
                  - pool: orders*            # by name: what the threads' names begin with
                    ceiling: 4x core
                    until: 2026-12-27T00:00:00Z
                    because: Christmas sale
                  - creator: com.acme.batch.*
                    mode: observe
                  - kind: elastic
                    ceiling: 16/cpu
                    cooldown-down: 10m
                ```

                A duration is a whole number and `ms`, `s`, `m` or `h`. A size is a number of threads, or relative: `2x
                core` is twice what the application set, `4/cpu` four for each processor. Unlimited is not a size.

                ## While the program runs

                The file is looked at twice a second, by its content, so that a Kubernetes ConfigMap, whose symbolic
                link is swapped, is noticed as well as an editor's save. A change is in force within two seconds, as a
                whole: a file with any mistake changes nothing, the configuration before it stays, and the mistake
                stands in `ConfigError` of the bean `headcount:type=Agent` with file, line and column. What changed is
                an event. `reload()` of that bean reads the file at once. `mode: off` and `config` are for the start.

                What somebody set by hand (over JMX, from the command line) outranks the file and survives a reload, but
                not a restart. `writes: none` forbids it.

                `headcount check FILE` reads a file without any JVM and says what would hold for a pool. It opens the
                jars that `extensions` names, which have to lie where it runs, but runs nothing of them: policies that
                only they know are listed as not checked.

                ## Keys

                """;

        static final String PARAMETERS = """
                ### Parameters of a policy

                In the file `policy` may also be one name with parameters; `composite` and `fixed` are for that alone.
                What is left out keeps its default:

                ```yaml
                policy: {aimd: {step: 2, decrease: 40%}}
                ```

                A composite's deciders take theirs as `aimd.step`. [Deciders](deciders.md) says which policy is for
                what.

                """;

        static final String AFTER = """
                ## Recipes

                **Stop everything, everywhere, now.** `enabled: false`: each process gives every size back within two
                seconds and only measures from then on; a pin is refused. Bounds and pins that were set by hand before
                come back with `enabled: true`.

                **Try it on a tenth of the fleet.** `auto-share: 10%`: a tenth of the hosts resize, the others record
                what they would have done. A larger share adds hosts and never takes one out.

                **A size for one event.** A rule with `until` and `because`: every pod follows within seconds, `explain`
                shows the reason, and it ends by itself.

                **Only from Git.** `writes: none`: the beans' setters and operations are refused, with the place of that
                line. With `writes: cli` the beans are open while a command of the command line writes, to whoever else
                writes in that instant, too.

                **A sealed pool.** What an unconfigurable wrapper hides is resized only when a rule names it: one with
                `pool: mail-out` or a pattern such as `pool: mail-*`; `kind: sealed`, `creator` or `pool: "*"` alone do
                not.

                **Below the application's own size.** A rule that names a pool may give it a ceiling below its own core.
                Only the core is lowered: workers that are busy stay until they are idle, and the pool's own maximum is
                never lowered.

                **A calmer pool.** `deadband: 10%`, `stabilisation-window: 5m` and `largest-step: 4` are what Kubernetes'
                autoscaler knows as tolerance, stabilisation window and policy. They make a pool slower to follow its load;
                the guard against flapping needs none of them.

                **Threads that hold connections or models.** A rule with `keep-workers: true`: grown as ever, given back as the
                last hour allows, one a minute.

                **A start with less quarrel.** `start-up: 2/cpu for 60s` in a rule that names the pool: while classes load, few
                threads get further than many.

                **A pool that costs money.** Give prices in any one currency; what isn't given costs nothing:

                ```yaml
                rules:
                  - pool: ocr*
                    thread-hour-price: 0.04      # a thread's share of the machine, or a licence
                    call-price: 0.002            # each task calls a service that charges for it
                    wait-ms-value: 0.0000005     # one task waits a millisecond less: 1.8 an hour of wait
                    monthly-budget: 400 hard     # without `hard`, late tasks outrank it
                ```

                Growth then goes as far as a thread saves waits that are worth its price, and stops at the floor when
                the month's budget is spent. Only a hard budget holds growth back while waits miss their objective. What
                was spent outlives a restart in the `state` file. [Vetoes](vetoes.md#cost) has the law.

                **A veto or a breaker of your own.** Any bean of the same JVM can speak against growth; while its value
                is unknown, it doesn't:

                ```yaml
                rules:
                  - pool: orders*
                    breaker-from: mbean com.acme:type=Breaker,name=stock#State
                    veto-from: mbean com.zaxxer.hikari:type=Pool (orders)#ThreadsAwaitingConnection > 10
                    signal-from: mbean com.acme:type=Orders#FailedShare as error-rate
                ```

                A rule takes one of each. What the values mean is in [vetoes](vetoes.md). `signal-from` gives the one
                signal that can be missing, failures that the tasks keep to themselves; waits, service times and rates
                are measured, and a second opinion of them would only contradict the first.

                **Editors.** `docs/headcount.schema.json` completes and checks the file: put
                `# yaml-language-server: $schema=PATH/headcount.schema.json` on its first line.
                """;
    }
}
