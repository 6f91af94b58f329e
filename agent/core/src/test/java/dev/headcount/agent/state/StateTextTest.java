package dev.headcount.agent.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StateTextTest {

    private static final int ROOM = 10_000;

    private static Entry entry(String pool, String... lines) {
        return new Entry(new Entry.Key("advice", pool, "elastic"), 1_767_225_600_000L, List.of(lines));
    }

    private static String written(Entry... entries) {
        return new String(StateText.write(List.of(entries), ROOM), StandardCharsets.UTF_8);
    }

    private static List<Entry> read(String text) throws Unusable {
        return StateText.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void write_ofOneEntry_isTextForPeople() {
        assertThat(written(entry("orders", "1 2", "3")))
                .startsWith("headcount-state 1\n[advice] elastic 1767225600000 2 orders\n1 2\n3\nend ");
    }

    @Test
    void read_ofWhatWasWritten_isTheSame() throws Unusable {
        String awkward = "two  words \\n é\n[advice]\r\u2028";
        List<Entry> entries = read(written(entry(awkward, awkward, "", "end 0"), entry("none")));

        assertThat(entries).extracting(entry -> entry.key.pool).containsExactly(awkward, "none");
        assertThat(entries.get(0).lines).containsExactly(awkward, "", "end 0");
        assertThat(entries.get(0).key).isEqualTo(entry(awkward).key);
        assertThat(entries.get(0).seenMillis).isEqualTo(1_767_225_600_000L);
        assertThat(entries.get(1).lines).isEmpty();
    }

    @Test
    void read_cutShortAnywhere_isRefusedAndReplaceable() {
        String whole = written(entry("orders", "1 2", "3"));
        for (int length = "headcount-state 1\n".length(); length < whole.length(); length++) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> read(part))
                    .as(part)
                    .isInstanceOfSatisfying(
                            Unusable.class, why -> assertThat(why.isReplaceable).isTrue())
                    .hasMessage("is damaged: its check sum does not fit");
        }
    }

    @Test
    void read_oneLetterChanged_isRefused() {
        String whole = written(entry("orders", "1 2", "3"));
        assertThatThrownBy(() -> read(whole.replace("1 2", "1 3"))).hasMessageContaining("damaged");
    }

    @Test
    void read_ofALaterVersion_isRefusedAndReplaceable() {
        assertThatThrownBy(() -> read("headcount-state 2\nwhatever\n"))
                .isInstanceOfSatisfying(
                        Unusable.class, why -> assertThat(why.isReplaceable).isTrue())
                .hasMessage("is of version 2, and this agent's is 1");
    }

    @Test
    void read_ofAnotherProgramsFile_isRefusedForGood() {
        assertThatThrownBy(() -> read("root:x:0:0:root:/root:/bin/sh\n"))
                .isInstanceOfSatisfying(
                        Unusable.class, why -> assertThat(why.isReplaceable).isFalse())
                .hasMessage("is no state file of headcount");
    }

    @Test
    void write_moreThanFits_keepsTheFirst() throws Unusable {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entries.add(entry("pool" + i, "a line of é"));
        }
        byte[] content = StateText.write(entries, ROOM);

        assertThat(content.length).isBetween(ROOM - 200, ROOM);
        assertThat(StateText.read(content))
                .hasSizeBetween(150, 250)
                .first()
                .satisfies(first -> assertThat(first.key.pool).isEqualTo("pool0"));
    }
}
