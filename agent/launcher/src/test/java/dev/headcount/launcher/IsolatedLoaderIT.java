package dev.headcount.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** The loader over the packaged jar. */
final class IsolatedLoaderIT {

    private static final String AGENT = "dev.headcount.agent.Agent";
    private static final String ENTRY = "dev/headcount/agent/Agent.class";

    @Test
    void loadClass_ofTheRoom_isDefinedHere() throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher())) {
            Class<?> agent = loader.loadClass(AGENT);

            assertThat(agent.getClassLoader()).isSameAs(loader);
            assertThat(agent.getPackage().getImplementationTitle()).isEqualTo("Headcount");
        }
    }

    @Test
    void loadClass_ofTheApplication_isNotFound() throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher())) {
            assertThatThrownBy(() -> loader.loadClass(AgentLauncher.class.getName()))
                    .isInstanceOf(ClassNotFoundException.class);
        }
    }

    @Test
    void loadClass_beyondTheJdksCore_comesFromThePlatform() throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher())) {
            assertThat(loader.loadClass("java.sql.Driver").getClassLoader())
                    .isSameAs(ClassLoader.getPlatformClassLoader());
        }
    }

    @Test
    void resources_ofTheRoom_areReadableInEveryWay() throws Exception {
        try (IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher())) {
            URL url = loader.getResource(ENTRY);
            try (InputStream byUrl = url.openStream();
                    InputStream byName = loader.getResourceAsStream(ENTRY)) {
                assertThat(byUrl.readAllBytes()).isEqualTo(byName.readAllBytes());
            }
            assertThat(Collections.list(loader.getResources(ENTRY))).hasSize(1);
            assertThat(loader.getResource("no/such/entry")).isNull();
            assertThat(loader.getResourceAsStream("no/such/entry")).isNull();
            assertThat(Collections.list(loader.getResources("no/such/entry"))).isEmpty();
        }
    }

    @Test
    void close_thenAnotherClass_isRefusedAndOldOnesStay() throws Exception {
        IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher());
        Class<?> agent = loader.loadClass(AGENT);

        loader.close();

        assertThat(loader.loadClass(AGENT)).isSameAs(agent);
        assertThatThrownBy(() -> loader.loadClass("dev.headcount.agent.config.Settings"))
                .isInstanceOf(ClassNotFoundException.class)
                .hasMessage("dev.headcount.agent.config.Settings cannot be read from the agent's jar");
        assertThat(loader.getResource(ENTRY)).isNull();
        assertThat(loader.getResourceAsStream(ENTRY)).isNull();
    }

    /** A thread of the application may inherit our domains for its whole life. */
    @Test
    void close_whileAThreadKeepsOurDomain_loaderIsCollected() throws Exception {
        IsolatedLoader loader = new IsolatedLoader(AgentJar.ofLauncher());
        Class<?> settings = Class.forName("dev.headcount.agent.config.Settings", true, loader);
        Object inherited = settings.getProtectionDomain();
        WeakReference<ClassLoader> reference = new WeakReference<>(loader);
        loader.close();

        settings = null;
        loader = null;

        await().untilAsserted(() -> {
            System.gc();
            assertThat(reference.get()).isNull();
        });
        assertThat(inherited).isNotNull();
    }
}
