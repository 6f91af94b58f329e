package dev.headcount.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

/** Who may know whom: commands know rooms, rooms know those before them, and what an agent is doing is asked over JMX. */
final class RoomsTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.headcount.cli");

    @Test
    void rooms_knowOnlyThoseBeforeThem() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.headcount..")
                .layer("commands")
                .definedBy("dev.headcount.cli")
                .layer("refusal")
                .definedBy("dev.headcount.cli.refusal")
                .layer("process")
                .definedBy("dev.headcount.cli.process")
                .layer("attach")
                .definedBy("dev.headcount.cli.attach")
                .layer("jmx")
                .definedBy("dev.headcount.cli.jmx")
                .layer("output")
                .definedBy("dev.headcount.cli.output")
                .layer("recording")
                .definedBy("dev.headcount.cli.recording")
                .whereLayer("recording")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("commands")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("attach")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("jmx")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("output")
                .mayOnlyBeAccessedByLayers("commands")
                .whereLayer("process")
                .mayOnlyBeAccessedByLayers("commands", "attach")
                .whereLayer("refusal")
                .mayOnlyBeAccessedByLayers("commands", "attach", "jmx", "process", "recording")
                .check(CODE);
    }

    @Test
    void commandLine_knowsOfTheAgentOnlyHowItReadsItsConfiguration() {
        noClasses()
                .that()
                .resideInAPackage("dev.headcount.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.headcount.launcher..", "dev.headcount.bridge..")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage("dev.headcount.cli..")
                .and()
                .haveSimpleNameNotStartingWith("Check")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.headcount.agent..")
                .because("it speaks to agents of other versions, over JMX; check alone is about this one's files")
                .check(CODE);
    }

    @Test
    void looking_touchesNothing() {
        noClasses()
                .that()
                .resideInAPackage("dev.headcount.cli.process")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .because("reading /proc is all that list does to other people's processes")
                .check(CODE);
    }
}
