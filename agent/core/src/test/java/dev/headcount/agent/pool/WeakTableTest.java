package dev.headcount.agent.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WeakTableTest {

    private static final class Note extends WeakTable.Entry {
        Note(Object referent, ReferenceQueue<Object> cleared) {
            super(referent, cleared);
        }
    }

    private final WeakTable<Note> table = new WeakTable<>(/* limit= */ 1_000);

    @Test
    void find_amongMany_isByIdentity() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Object object = new String("equal"); // equal, and not the same
            kept.add(object);
            add(object);
        }

        for (Object object : kept) {
            assertThat(table.find(object).get()).isSameAs(object);
        }
        assertThat(table.find(new String("equal"))).isNull();
    }

    @Test
    void add_beyondTheLimit_isRefused() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            kept.add(new Object());
            assertThat(add(kept.get(i))).isTrue();
        }

        assertThat(add(new Object())).isFalse();
    }

    @Test
    void remove_some_leavesTheOthersInReach() {
        List<Object> kept = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            kept.add(new Object());
            add(kept.get(i));
        }
        Set<Note> out = new HashSet<>();
        for (int i = 0; i < 100; i += 2) {
            out.add(table.find(kept.get(i)));
        }

        table.remove(out);

        for (int i = 0; i < 100; i++) {
            assertThat(table.find(kept.get(i)) == null).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void removeCleared_objectGone_makesRoomAgain() {
        for (int i = 0; i < 1_000; i++) {
            add(new Object());
        }

        Set<Note> gone = new HashSet<>();
        await().until(() -> {
            System.gc();
            gone.addAll(table.removeCleared());
            return gone.size() >= 999; // the last one may still stand on this stack
        });
        assertThat(add(this)).isTrue();
    }

    private boolean add(Object object) {
        table.lock.lock();
        try {
            return table.add(new Note(object, table.cleared));
        } finally {
            table.lock.unlock();
        }
    }
}
