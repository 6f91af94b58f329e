package dev.headcount.agent.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that somebody wrote, right ones and wrong ones, and every message word for word. */
final class ExtensionsTest {

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void name() {
        jar = folder.resolve("acme.jar");
    }

    @Test
    void load_jarWithTwoPolicies_hasBothByName() throws Exception {
        SomeProvider.jar(jar, SomeProvider.named("one"), SomeProvider.named("other-2"));

        Extensions extensions = loaded();

        assertThat(extensions.names()).containsExactly("one", "other-2");
        assertThat(extensions.policy("one")).hasToString("policy one of " + jar);
        assertThat(extensions.policy("adaptive")).isNull();
        assertThat(propose(extensions, "one").size()).isEqualTo(5);
        assertThat(propose(extensions, "one").reason()).isEqualTo("acme says so");
    }

    @Test
    void load_commentsAndBlanksInTheListOfProviders_areSkipped() throws Exception {
        SomeProvider.jar(jar, "# ours\n\n acme.P # the only one\n", """
                package acme;
                import dev.headcount.scaling.*;
                public final class P implements DeciderProvider {
                    public String name() { return "p"; }
                    public int apiVersion() { return API_VERSION; }
                    public Decider newDecider(java.util.Map<String, String> parameters) { return null; }
                }
                """);

        assertThat(loaded().names()).containsExactly("p");
    }

    @Test
    void load_fileThatCanBeNoExtension_saysWhy() throws IOException {
        refused("there is no file " + jar);
        Files.createDirectory(jar);
        refused(jar + " is not a regular file");
        Files.delete(jar);
        Files.writeString(jar, "not a jar at all");
        refused(jar + " is no jar");
        SomeProvider.jar(jar, "# none\n");
        refused(jar + " names no decider, expected a class in its META-INF/services/dev.headcount.scaling"
                + ".DeciderProvider");
        SomeProvider.jar(jar, SomeProvider.named("cut"));
        byte[] whole = Files.readAllBytes(jar);
        Files.write(jar, java.util.Arrays.copyOf(whole, 200));
        refused("cannot read " + jar + " (Unexpected end of ZLIB input stream)");
    }

    @Test
    void load_jarThatUnpacksToMoreThanItMay_isRefused() throws IOException {
        try (java.util.jar.JarOutputStream out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new java.util.zip.ZipEntry("zeros"));
            out.write(new byte[(16 << 20) + 1]);
        }

        refused(jar + " unpacks to more than 16777216 bytes");
    }

    @Test
    void load_providerThatIsNone_saysWhy() {
        SomeProvider.jar(jar, "acme.Gone");
        refused(jar + " names the class acme.Gone, which is not in it");
        SomeProvider.jar(jar, "acme.P", "package acme; public final class P {}");
        refused("acme.P of " + jar + " is no dev.headcount.scaling.DeciderProvider");
        SomeProvider.jar(jar, "acme.P", "package acme; public final class P { private P() {} }");
        refused("acme.P of " + jar + " has no public constructor without parameters");
    }

    @Test
    void load_providerThatThrows_saysWhat() {
        SomeProvider.jar(
                jar, SomeProvider.named("p").constructor("throw new IllegalStateException(\"no\\nlicence\");"));
        refused("acme.Pp of " + jar + " threw java.lang.IllegalStateException: no licence");
    }

    @Test
    void load_providerThatHangs_isGivenUp() {
        SomeProvider.jar(
                jar,
                SomeProvider.named("p")
                        .constructor("while (true) try { Thread.sleep(9999); }"
                                + " catch (InterruptedException never) { throw new Error(never); }"));
        refused("acme.Pp of " + jar + " has not come back within 2 s");
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("headcount-extension")));
    }

    @Test
    void load_providerOfAnotherVersion_isRefusedBeforeItIsAskedAnythingElse() {
        SomeProvider.jar(jar, SomeProvider.named("adaptive").version("API_VERSION + 1"));
        refused("acme.Padaptive of " + jar + " was compiled for version 2 of the deciders' API, expected 1");
    }

    @Test
    void load_nameThatIsNone_isRefused() {
        SomeProvider.jar(jar, SomeProvider.named("adaptive"));
        refused("acme.Padaptive of " + jar + " calls its policy adaptive, which is one of Headcount's");
        SomeProvider.jar(jar, SomeProvider.named("My Policy"));
        refused("acme.PMy_Policy of " + jar + " calls its policy \"My Policy\", expected lower-case letters, digits and"
                + " dashes, a letter first, 40 at most");
    }

    @Test
    void with_nameOrJarThatIsThereAlready_isRefused() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p"));
        Path second = SomeProvider.jar(folder.resolve("other.jar"), SomeProvider.named("q"), SomeProvider.named("p"));
        Extensions first = loaded();

        assertThatThrownBy(() -> first.with(first.load(second.toFile())))
                .isInstanceOf(BadExtension.class)
                .hasMessage("policy p of " + second + " has the name of policy p of " + jar);
        assertThatThrownBy(() -> first.with(first.load(jar.toFile()))).hasMessage(jar + " is named twice");
    }

    @Test
    void load_sameJarAgain_isTheSameUntilItIsAnotherBuild() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p"));
        Extensions before = loaded();
        ExtensionPolicy policy = before.policy("p");

        assertThat(Extensions.NONE.with(before.load(jar.toFile())).policy("p")).isSameAs(policy);

        SomeProvider.jar(jar, SomeProvider.named("p").propose("return Proposal.of(6, \"now\");"));
        Extensions after = Extensions.NONE.with(before.load(jar.toFile()));
        assertThat(after.policy("p")).isNotSameAs(policy);
        assertThat(after.toString()).isNotEqualTo(before.toString()).startsWith(jar + " (");
        assertThat(propose(after, "p").size()).isEqualTo(6);
        assertThat(propose(before, "p").size()).isEqualTo(5);
    }

    /** The agent's other classes and the application's are on the class path of this test. */
    @Test
    void classes_ofAnExtension_seeTheDecisionsAndTheJdkAlone() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p").propose("""
                StringBuilder seen = new StringBuilder();
                String[] names = {"dev.headcount.scaling.decider.Threshold", "java.sql.Driver", "acme.Pp",
                    "dev.headcount.agent.config.Key", "dev.headcount.bridge.Bridge",
                    "dev.headcount.agent.extension.SomeProvider", "org.junit.jupiter.api.Test"};
                for (String name : names) {
                    try {
                        Class.forName(name, false, getClass().getClassLoader());
                        seen.append(name.substring(name.lastIndexOf('.') + 1)).append(' ');
                    } catch (ClassNotFoundException hidden) {
                    }
                }
                java.io.InputStream own = getClass().getResourceAsStream("/META-INF/services/" + DeciderProvider.class.getName());
                return Proposal.of(1, seen + (own == null ? "" : "own"));
                """));

        assertThat(propose(loaded(), "p").reason()).isEqualTo("Threshold Driver Pp own");
        assertThatThrownBy(() -> Class.forName("acme.Pp")).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void inspect_runsNothing_andKnowsNoPolicy() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p").constructor("System.setProperty(\"acme.ran\", \"yes\");"));

        Extensions extensions = Extensions.NONE.with(Extension.inspect(jar.toFile()));

        assertThat(extensions.areUnknown()).isTrue();
        assertThat(extensions.policy("p")).isNull();
        assertThat(System.getProperty("acme.ran")).isNull();
        assertThat(loaded().areUnknown()).isFalse();
        assertThat(System.clearProperty("acme.ran")).isEqualTo("yes");
    }

    @Test
    void check_parameters_areTheProvidersToRefuse() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p").make("""
                if (parameters.containsKey("die")) throw new Error("dead");
                if (parameters.containsKey("none")) return null;
                if (!parameters.isEmpty()) throw new IllegalArgumentException("takes none, got " + parameters);
                """));
        ExtensionPolicy policy = loaded().policy("p");

        policy.check(Map.of());
        assertThatThrownBy(() -> policy.check(Map.of("a", "1"))).hasMessage("takes none, got {a=1}");
        assertThatThrownBy(() -> policy.check(Map.of("none", "1")))
                .hasMessage("policy p of " + jar + " gave no decider");
        assertThatThrownBy(() -> policy.check(Map.of("die", "1")))
                .hasMessage("policy p of " + jar + " threw java.lang.Error: dead");
    }

    @Test
    void extension_thatNobodyFollowsAnyMore_isCollectedThoughItsProposalsAreKept() throws BadExtension {
        SomeProvider.jar(jar, SomeProvider.named("p").propose("return Proposal.of(5, () -> \"target \" + target);"));
        Extensions extensions = loaded();
        Proposal kept = propose(extensions, "p");
        WeakReference<ClassLoader> loader =
                new WeakReference<>(extensions.policy("p").provider().getClass().getClassLoader());
        assertThat(loader.get()).isNotNull();

        extensions = null;

        await().until(() -> {
            System.gc();
            return loader.get() == null;
        });
        assertThat(kept.reason()).isEqualTo("target 2");
    }

    private Extensions loaded() throws BadExtension {
        return Extensions.NONE.with(Extensions.NONE.load(jar.toFile()));
    }

    private void refused(String message) {
        assertThatThrownBy(this::loaded).isInstanceOf(BadExtension.class).hasMessage(message);
    }

    private static Proposal propose(Extensions extensions, String policy) {
        Decider decider = extensions.policy(policy).newDecider(Map.of());
        assertThat(decider.name()).isEqualTo(policy);
        return decider.propose(Signal.builder().build(), 2, Bounds.of(1, 9, 9, 0.1));
    }
}
