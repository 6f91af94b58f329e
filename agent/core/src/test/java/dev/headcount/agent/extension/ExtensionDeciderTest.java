package dev.headcount.agent.extension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.headcount.scaling.Bounds;
import dev.headcount.scaling.Decider;
import dev.headcount.scaling.DeciderProvider;
import dev.headcount.scaling.Proposal;
import dev.headcount.scaling.Signal;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a decider of somebody's may do wrong, and what comes of it; time is a number. */
final class ExtensionDeciderTest {

    @TempDir
    private static Path folder;

    private static Extension extension;

    private final AtomicReference<Decider> theirs = new AtomicReference<>();
    private int made;
    private long nowNanos = Long.MAX_VALUE - 3; // overflows at once
    private long takesMillis;
    private ExtensionPolicy policy;
    private ExtensionDecider decider;

    @BeforeEach
    void make() throws BadExtension {
        Path jar = folder.resolve("acme.jar");
        if (extension == null) {
            SomeProvider.jar(jar, SomeProvider.named("unused"));
        }
        extension = Extensions.NONE.load(jar.toFile()); // anew: calls that were given up are its own
        policy = new ExtensionPolicy("p", new Provider(), extension);
        decider = new ExtensionDecider(policy, Map.of(), () -> nowNanos);
        theirs.set(law((signal, target, bounds) ->
                Proposal.of(target + 1, "one more").atMost(7).withKnee(5)));
    }

    @Test
    void propose_allWell_isTheirProposalInWordsOfOurs() {
        Proposal proposal = propose();

        assertThat(proposal.size()).isEqualTo(3);
        assertThat(proposal.most()).isEqualTo(7);
        assertThat(proposal.knee()).isEqualTo(5);
        assertThat(proposal.reason()).isEqualTo("one more");
        assertThat(decider.name()).isEqualTo("p");
        propose();
        assertThat(made).isEqualTo(1);
    }

    @Test
    void propose_reasonOfManyLines_isOneOfBoundedLength() {
        theirs.set(law((signal, target, bounds) -> Proposal.of(2, "a\nb\u0007" + "c".repeat(400))));

        assertThat(propose().reason()).startsWith("a b cc").endsWith("c...").hasSize(303);
    }

    @Test
    void propose_thatThrows_isTroubleThatNamesPolicyAndJar_andTheNextDeciderIsNew() {
        theirs.set(law((signal, target, bounds) -> {
            throw new NoSuchMethodError("gone");
        }));

        trouble("threw java.lang.NoSuchMethodError: gone");
        trouble("threw java.lang.NoSuchMethodError: gone");
        assertThat(made).isEqualTo(2);
    }

    @Test
    void propose_exceptionWhoseMessageThrows_isNamedByItsClass() {
        theirs.set(law((signal, target, bounds) -> {
            throw new Untold();
        }));

        trouble("threw " + Untold.class.getName());
    }

    @Test
    void propose_nothing_isTrouble() {
        theirs.set(law((signal, target, bounds) -> null));
        trouble("threw java.lang.NullPointerException: it proposed nothing");
        theirs.set(null);
        trouble("threw java.lang.NullPointerException: it gave no decider");
    }

    @Test
    void propose_lazyReasonThatThrows_isTroubleAtOnceAndNotForWhoReadsIt() {
        theirs.set(law((signal, target, bounds) -> Proposal.of(2, () -> {
            throw new IllegalStateException("speechless");
        })));

        trouble("threw java.lang.IllegalStateException: speechless");
    }

    @Test
    void propose_slowFiveTimesInARow_isTrouble() {
        takesMillis = 51;
        for (int call = 1; call < 5; call++) {
            propose();
        }
        trouble("took longer than 50 ms 5 times in a row, 51 ms at last");
        propose(); // it begins anew
        assertThat(made).isEqualTo(2);
    }

    @Test
    void propose_asSlowAsItMayOrQuickInBetween_isNone() {
        for (int call = 1; call <= 20; call++) {
            takesMillis = call % 5 == 0 ? 50 : 900;
            propose();
        }
        assertThat(made).isEqualTo(1);
    }

    /** The call hangs until it is interrupted, and then comes back with a proposal that nobody wants any more. */
    @Test
    void giveUp_callThatHangs_shutsTheExtensionUntilItIsBack() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        theirs.set(law((signal, target, bounds) -> {
            inside.countDown();
            while (release.getCount() > 0) {
                try {
                    release.await();
                } catch (InterruptedException hardOfHearing) {
                    // As code of strangers may be.
                }
            }
            return Proposal.of(9, "late");
        }));
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                propose();
            } catch (Throwable thrown) {
                end.set(thrown);
            }
        });
        thread.start();
        inside.await();

        assertThat(policy.giveUp(Thread.currentThread())).isNull();
        assertThat(policy.giveUp(thread)).isEqualTo(policy + " has not come back within 2 s");
        assertThat(policy.giveUp(thread)).isNull();
        ExtensionDecider ofAnotherPool =
                new ExtensionDecider(new ExtensionPolicy("q", new Provider(), extension), Map.of(), () -> nowNanos);
        assertThatThrownBy(() -> ofAnotherPool.propose(Signal.builder().build(), 2, Bounds.of(1, 9, 9, 0.1)))
                .isInstanceOf(Trouble.class)
                .hasMessage("policy q of " + extension.file()
                        + " is not asked while a call of that extension has not come back");

        release.countDown();
        thread.join();
        assertThat(end.get()).isInstanceOf(IllegalStateException.class).hasMessage("came back too late");
        theirs.set(law((signal, target, bounds) -> Proposal.of(2, "well again")));
        await().until(() -> ofAnotherPool
                .propose(Signal.builder().build(), 2, Bounds.of(1, 9, 9, 0.1))
                .reason()
                .equals("well again"));
    }

    private Proposal propose() {
        return decider.propose(Signal.builder().build(), 2, Bounds.of(1, 9, 9, 0.1));
    }

    private void trouble(String what) {
        assertThatThrownBy(this::propose)
                .isInstanceOf(Trouble.class)
                .hasMessage("policy p of " + extension.file() + " " + what);
    }

    private interface Law {
        Proposal propose(Signal signal, int target, Bounds bounds);
    }

    private Decider law(Law law) {
        return new Decider() {
            @Override
            public String name() {
                return "whatever";
            }

            @Override
            public Proposal propose(Signal signal, int target, Bounds bounds) {
                nowNanos += takesMillis * 1_000_000;
                return law.propose(signal, target, bounds);
            }
        };
    }

    private final class Provider implements DeciderProvider {
        @Override
        public String name() {
            return "p";
        }

        @Override
        public int apiVersion() {
            return API_VERSION;
        }

        @Override
        public Decider newDecider(Map<String, String> parameters) {
            made++;
            return theirs.get();
        }
    }

    private static final class Untold extends RuntimeException {
        private static final long serialVersionUID = 1;

        @Override
        public String getMessage() {
            throw new IllegalStateException("not even that");
        }
    }
}
