package dev.headcount.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headcount.replay.Base;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read from files and kept in them. */
final class FilesTest {

    @TempDir
    private Path folder;

    @Test
    void scenarios_thatComeAlong_allHaveABase() {
        assertThat(Courses.FOLDER.scenarios())
                .hasSize(18)
                .allSatisfy(scenario -> assertThat(Courses.FOLDER.bases()).containsKey(scenario.name));
        assertThat(new ScenarioFolder(Path.of("own")).scenarios())
                .hasSize(5)
                .allSatisfy(scenario -> assertThat(scenario.answersBack()).isTrue());
    }

    @Test
    void cache_sameCourse_isSearchedOnceEvenByAnother() {
        Path file = folder.resolve("bases.csv");
        Course course = Courses.course("cpu_bound");
        AtomicInteger searches = new AtomicInteger();
        for (int round = 0; round < 2; round++) {
            BaseCache cache = new BaseCache(file);
            Base base = cache.of(course, found -> {
                searches.incrementAndGet();
                return new Base(1140.5, 0.107);
            });
            assertThat(base.threadSeconds).isEqualTo(1140.5);
            assertThat(base.violation).isEqualTo(0.107);
        }
        assertThat(searches).hasValue(1);
    }

    @Test
    void fingerprint_otherObjective_isAnother() {
        Course course = Courses.course("cpu_bound");
        Course other = new Course(
                course.scenario().scaled(1, 1, 2), course.workload(), course.settings(), course.seed(), null);
        assertThat(other.fingerprint()).isNotEqualTo(course.fingerprint());
    }
}
