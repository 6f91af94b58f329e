package dev.headcount.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Streams: their rates and means, and that each has a source of chance of its own. */
final class WorkloadTest {

    @Test
    void arrivals_twoRates_eachInItsTime() {
        Scenario.Builder builder = Scenario.builder("two").lasting(200);
        builder.arrivals = new Rates(new double[] {0, 100}, new double[] {10, 100});
        Workload workload = Workload.of(builder.build(), 1);
        long before = IntStream.range(0, workload.size())
                .filter(task -> workload.arrivalSeconds(task) < 100)
                .count();
        assertThat(before).isBetween(900L, 1100L);
        assertThat((long) workload.size() - before).isBetween(9600L, 10400L);
    }

    @Test
    void work_eachSpread_hasTheMean() {
        for (Scenario.Spread spread : Scenario.Spread.values()) {
            Scenario.Builder builder =
                    Scenario.builder("mean").lasting(1000).arriving(200).working(spread, 0.05);
            builder.workSigma = 0.6;
            Workload workload = Workload.of(builder.build(), 5);
            double mean = IntStream.range(0, workload.size())
                    .mapToDouble(workload::workSeconds)
                    .average()
                    .orElseThrow();
            assertThat(mean).as(spread.name()).isCloseTo(0.05, within(0.001));
        }
    }

    @Test
    void arrivals_otherSpreadOfWork_stayTheSame() {
        Scenario one = Scenario.builder("one")
                .arriving(50)
                .working(Scenario.Spread.CONSTANT, 1)
                .build();
        Scenario two = Scenario.builder("two")
                .arriving(50)
                .working(Scenario.Spread.EXPONENTIAL, 1)
                .build();
        assertThat(Workload.of(one, 9).arrivals).isEqualTo(Workload.of(two, 9).arrivals);
    }

    @Test
    void failures_insideTheWindow_costTheirShare() {
        Scenario.Builder builder =
                Scenario.builder("errors").lasting(100).arriving(1000).working(Scenario.Spread.CONSTANT, 0.1);
        builder.errorWindows.add(Window.error(20, 40, 0.5, 0.25, 4));
        Workload workload = Workload.of(builder.build(), 1);
        long failing = IntStream.range(0, workload.size())
                .filter(task -> workload.fails[task])
                .peek(task -> assertThat(workload.workSeconds(task)).isEqualTo(0.025))
                .count();
        assertThat(failing).isBetween(9500L, 10500L);
    }
}
