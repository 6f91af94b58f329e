package dev.headcount;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.Random;
import java.util.concurrent.ThreadPoolExecutor;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom.
 *
 * <p>Law: data flows one way round the loop (hook, signal, decision, resize, record), and a room
 * knows only the rooms to its left. Three class loaders hold the agent: what one of them cannot
 * see, its classes may not name.
 * Blind to: reflection and method handles, and what the application's threads may do, which
 * forbiddenapis checks (.ci/forbidden-in-hooks.txt).
 */
final class RoomsTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.headcount");

    @Test
    void bridge_standsAlone() {
        classes()
                .that()
                .resideInAPackage("dev.headcount.bridge..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.headcount.bridge..", "java.lang")
                .because("the boot loader sees nothing else, and the bridge outlives its agent")
                .check(CODE);
    }

    @Test
    void launcher_namesNoIsolatedClass() {
        classes()
                .that()
                .resideInAPackage("dev.headcount.launcher..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.headcount.launcher..", "dev.headcount.bridge..", "java..")
                .because("the system loader cannot see into the isolated one")
                .check(CODE);
    }

    @Test
    void premain_wakesNothing() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.headcount.bridge..", "dev.headcount.launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "java.nio.file..", "javax.management..")
                .because("the application may want to set these up itself, or first")
                .check(CODE);
    }

    @Test
    void decisions_arePure() {
        classes()
                .that()
                .resideInAPackage("dev.headcount.scaling..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headcount.scaling..", "java.lang", "java.util", "java.util.function", "java.time")
                .because("the agent and the simulator run the same law")
                .check(CODE);
    }

    @Test
    void replays_arePure() {
        classes()
                .that()
                .resideInAPackage("dev.headcount.replay..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headcount.replay..",
                        "dev.headcount.scaling..",
                        "java.lang",
                        "java.util",
                        "java.util.function",
                        "java.util.stream")
                .because("a scenario must end the same way each time, wherever it is replayed")
                .check(CODE);
    }

    @Test
    void time_isAParameter() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.headcount.scaling..", "dev.headcount.replay..")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Thread.class, Runtime.class, Random.class)
                .because("a decision must be the same when it is replayed")
                .check(CODE);
    }

    @Test
    void rooms_formNoCycle() {
        slices().matching("dev.headcount.agent.(*)..").should().beFreeOfCycles().check(CODE);
    }

    @Test
    void outputs_areLeaves() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.headcount.scaling..",
                        "dev.headcount.agent.instrument..",
                        "dev.headcount.agent.pool..",
                        "dev.headcount.agent.signal..",
                        "dev.headcount.agent.loop..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.headcount.agent.jmx..", "dev.headcount.agent.export..", "dev.headcount.agent.http..")
                .because("the loop must run on when nobody looks")
                .check(CODE);
    }

    @Test
    void measuring_knowsNoLoop() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.headcount.agent.instrument..",
                        "dev.headcount.agent.signal..",
                        "dev.headcount.agent.pool..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headcount.agent.loop..")
                .because("what is measured must not depend on who asks, nor when")
                .check(CODE);
    }

    @Test
    void sizes_areInOneHand() {
        noClasses()
                .that()
                .doNotHaveSimpleName("Resizer")
                .should()
                .callMethod(ThreadPoolExecutor.class, "setCorePoolSize", int.class)
                .orShould()
                .callMethod(ThreadPoolExecutor.class, "setMaximumPoolSize", int.class)
                .because("the order of the setters and the look-alike thread are kept in one place")
                .check(CODE);
    }
}
