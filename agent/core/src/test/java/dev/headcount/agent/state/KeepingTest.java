package dev.headcount.agent.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process after another, and beside another, on a real file and in virtual time. */
final class KeepingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long DAY_MILLIS = 24 * 3_600_000L;

    @TempDir
    Path folder;

    private final List<Run> runs = new ArrayList<>();
    private Path path;

    /** What a process remembers, and what it was told. */
    private static class Notes implements Memory {

        private List<String> lines;
        private List<String> recalled;

        Notes(String... lines) {
            this.lines = List.of(lines);
        }

        @Override
        public List<String> lines() {
            return lines;
        }

        @Override
        public void recall(List<String> read) {
            recalled = read;
        }
    }

    /** One process. */
    private final class Run {

        private final State state = new State();
        private final List<String> said = new ArrayList<>();
        private final Keeping keeping = new Keeping(state, said::add);
        private long seconds = -1_000;
        private long millis = 1_767_225_600_000L;

        Run() {
            runs.add(this);
            step(0);
        }

        Notes remember(String pool, String... lines) {
            Notes notes = new Notes(lines);
            state.keep("advice", pool, "elastic", notes);
            return notes;
        }

        void step(int afterSeconds) {
            seconds += afterSeconds;
            millis += afterSeconds * 1_000L;
            keeping.step(path.toString(), seconds * SECOND, millis);
        }

        void end() {
            keeping.close(millis);
            runs.remove(this);
        }
    }

    @BeforeEach
    void path() {
        path = folder.resolve("state");
    }

    @AfterEach
    void end() {
        new ArrayList<>(runs).forEach(Run::end);
    }

    private void leave(String pool, String... lines) {
        Run run = new Run();
        run.remember(pool, lines);
        run.step(5);
        run.end();
    }

    private List<String> told(String pool) {
        Run run = new Run();
        Notes notes = run.remember(pool);
        run.step(5);
        run.end();
        return notes.recalled;
    }

    @Test
    void restart_samePool_isToldWhatItSaidBefore() {
        leave("orders", "one", "two");
        assertThat(told("orders")).containsExactly("one", "two");
        assertThat(told("other")).isEmpty();
    }

    @Test
    void restart_sameNameOfAnotherKind_isAnotherPool() {
        leave("orders", "one");
        Run run = new Run();
        Notes scheduled = new Notes();
        run.state.keep("advice", "orders", "scheduled", scheduled);
        run.step(5);
        assertThat(scheduled.recalled).isEmpty();
    }

    @Test
    void write_isDueAfterAMinuteThenEveryTwo() throws IOException {
        Run run = new Run();
        Notes notes = run.remember("orders", "early");
        run.step(59);
        assertThat(path).doesNotExist();
        run.step(1);
        assertThat(path).content().contains("early");
        notes.lines = List.of("late");
        run.step(119);
        assertThat(path).content().contains("early");
        run.step(1);
        assertThat(path).content().contains("late").doesNotContain("early");
    }

    @Test
    void pool_thatLeftBeforeTheEnd_isKeptAllTheSame() {
        Run run = new Run();
        run.remember("batch", "one");
        run.step(5);
        run.state.release("batch", "elastic");
        run.end();
        assertThat(told("batch")).containsExactly("one");
        assertThat(told("batch")).containsExactly("one"); // it was not there to say it again
    }

    @Test
    void pool_thatLeft_isLetGoOfWithOrWithoutAFile() {
        Run run = new Run();
        run.remember("orders", "one");
        run.state.release("orders", "elastic"); // before it was told
        assertThat(run.state.entries(List.of(), 0)).isEmpty();

        run.remember("orders", "one");
        run.step(5);
        run.state.release("orders", "elastic");
        assertThat(run.state.entries(List.of(), 0)).hasSize(1);
        assertThat(run.state.entries(List.of(), 0)).isEmpty();
    }

    @Test
    void pool_notSeenForTwoWeeks_isForgotten() {
        leave("orders", "one");
        Run run = new Run();
        run.millis += 13 * DAY_MILLIS;
        run.end();
        assertThat(told("orders")).containsExactly("one");

        Run later = new Run();
        later.millis += 14 * DAY_MILLIS + 5_000; // it was last seen at the fifth second
        later.end();
        assertThat(told("orders")).isEmpty();
    }

    @Test
    void pool_notToldYet_doesNotReplaceWhatIsKept() {
        leave("orders", "one");
        Run run = new Run();
        run.remember("orders", "nothing yet");
        run.end();
        assertThat(told("orders")).containsExactly("one");
    }

    @Test
    void file_damaged_isSaidOnceIgnoredAndWrittenAnew() throws IOException {
        leave("orders", "one");
        Files.writeString(path, Files.readString(path).replace("one", "two"));

        Run run = new Run();
        Notes notes = run.remember("orders", "three");
        run.step(5);
        run.step(5);
        String line = "state file " + path + " is damaged: its check sum does not fit; ignored and written anew";
        assertThat(run.said).containsExactly(line);
        assertThat(run.keeping.problem()).isEqualTo(line);
        assertThat(notes.recalled).isEmpty();
        run.end();

        assertThat(run.keeping.problem()).isNull();
        assertThat(told("orders")).containsExactly("three");
    }

    @Test
    void file_ofAnotherVersion_isIgnoredAndWrittenAnew() throws IOException {
        Files.writeString(path, "headcount-state 7\n");
        Run run = new Run();
        run.remember("orders", "one");
        run.step(5);
        assertThat(run.said)
                .containsExactly(
                        "state file " + path + " is of version 7, and this agent's is 1; ignored and written anew");
        run.end();
        assertThat(told("orders")).containsExactly("one");
    }

    @Test
    void file_ofSomebodyElse_isNeverWritten() throws IOException {
        Files.writeString(path, "dear diary\n");
        Run run = new Run();
        run.remember("orders", "one");
        run.step(60);
        run.end();
        assertThat(run.said)
                .containsExactly("state file " + path + " is no state file of headcount; neither read nor written");
        assertThat(path).hasContent("dear diary\n");
        assertThat(folder.resolve("state.lock")).doesNotExist();
    }

    @Test
    void file_thatIsNoFile_isNeverReplaced() throws IOException {
        Files.createDirectory(path);
        Run run = new Run();
        run.step(60);
        assertThat(run.said).containsExactly("state file " + path + " is not a regular file; neither read nor written");
        assertThat(path).isDirectory();
    }

    @Test
    void writer_diedBetweenWriteAndRename_oldContentIsReadAndTheRestReplaced() throws IOException {
        leave("orders", "one");
        Files.writeString(folder.resolve("state.tmp"), "headcount-state 1\n[advice] elastic 17672");

        assertThat(told("orders")).containsExactly("one");
        leave("orders", "two");
        assertThat(told("orders")).containsExactly("two");
        assertThat(folder.resolve("state.tmp")).doesNotExist();
    }

    @Test
    void folder_missing_isSaidOnceAndTriedAgain() throws IOException {
        path = folder.resolve("later/state");
        Run run = new Run();
        run.remember("orders", "one");
        run.step(60);
        run.step(120);
        assertThat(run.said).hasSize(1).first().asString().startsWith("state file " + path + " cannot be written: ");
        assertThat(run.said.get(0)).endsWith("; nothing new is kept");

        Files.createDirectory(path.getParent());
        run.step(120);
        assertThat(run.keeping.problem()).isNull();
        run.end();
        assertThat(told("orders")).containsExactly("one");
    }

    @Test
    void folder_notWritableAfterAll_isSaidOnce() throws IOException {
        Run run = new Run();
        run.remember("orders", "one");
        Files.createDirectory(folder.resolve("state.tmp")); // refuses even root
        run.step(60);
        run.step(120);
        assertThat(run.said).hasSize(1).first().asString().contains(" cannot be written: ");
        assertThat(path).doesNotExist();
    }

    @Test
    void secondProcess_withTheSamePath_readsButDoesNotWriteUntilTheFirstIsGone() {
        leave("orders", "one");
        Run first = new Run();
        Run second = new Run();
        Notes notes = second.remember("orders", "second");
        second.step(60);
        assertThat(second.said)
                .containsExactly("state file " + path + " is another process's, which holds " + path
                        + ".lock; nothing new is kept");
        assertThat(notes.recalled).containsExactly("one");
        assertThat(path).content().contains("one");

        first.end();
        second.step(120);
        assertThat(path).content().contains("second");
        assertThat(second.keeping.problem()).isNull();
    }

    @Test
    void memory_thatCannotRead_isSaidAndTheOthersGoOn() {
        leave("orders", "one");
        leave("other", "two");
        Run run = new Run();
        run.state.keep("advice", "orders", "elastic", new Notes() {
            @Override
            public void recall(List<String> read) {
                throw new NumberFormatException("one");
            }
        });
        Notes other = run.remember("other");
        run.step(60);
        assertThat(other.recalled).containsExactly("two");
        assertThat(run.said)
                .containsExactly("state file " + path + " has lines for the advice of orders that do not read:"
                        + " java.lang.NumberFormatException: one");
    }
}
