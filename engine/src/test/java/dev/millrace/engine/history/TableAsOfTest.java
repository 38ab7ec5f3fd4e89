package dev.millrace.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.backfill.ItemChunk;
import dev.millrace.engine.keyspace.RowValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.Snapshot;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

class TableAsOfTest {
    private static final int PAIRS = 200;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyStateOfATableCanBeReadAgain(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            for (Map.Entry<Long, NavigableMap<String, Item>> state : past.states().entrySet()) {
                assertThat(read(past, past.asOf(state.getKey())))
                        .as("seed %d, position %d", seed, state.getKey())
                        .isEqualTo(state.getValue());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 8})
    void aPositionBetweenTwoChangesHasTheStateOfTheEarlierOne(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            for (Map.Entry<Long, NavigableMap<String, Item>> state : past.states().entrySet()) {
                Long next = past.states().higherKey(state.getKey());
                long between = next == null ? state.getKey() + 1 : next - 1;
                assertThat(read(past, past.asOf(between)))
                        .as("seed %d, position %d", seed, between)
                        .isEqualTo(state.getValue());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {9, 10})
    void aTableThatIsReadFromRowToRowHasEachItemOnce(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            for (Map.Entry<Long, NavigableMap<String, Item>> state : past.states().entrySet()) {
                assertThat(readRowByRow(past, past.asOf(state.getKey())))
                        .as("seed %d, position %d", seed, state.getKey())
                        .isEqualTo(state.getValue());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12})
    void aChunkHasWhatTheCursorHas(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            for (Map.Entry<Long, NavigableMap<String, Item>> state : past.states().entrySet()) {
                ItemChunk chunk = past.asOf(state.getKey()).chunk(past.store(), null);
                assertThat(chunk.items())
                        .as("seed %d, position %d", seed, state.getKey())
                        .containsExactlyElementsOf(state.getValue().values());
                assertThat(chunk.last()).isNull();
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {13, 14, 15, 16})
    void betweenTwoPositionsAreTheItemsThatChangedWithBothTheirStates(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            List<Long> positions = List.copyOf(past.states().keySet());
            Random random = new Random(seed);
            for (int i = 0; i < PAIRS; i++) {
                int one = random.nextInt(positions.size());
                int other = random.nextInt(positions.size());
                long from = positions.get(Math.min(one, other));
                long to = positions.get(Math.max(one, other));
                assertThat(changes(past, from, to))
                        .as("seed %d, from %d to %d", seed, from, to)
                        .isEqualTo(expectedChanges(past, from, to));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {17})
    void whatWasBeforeTheHistoryIsNotKnown(long seed) {
        try (RandomPast past = new RandomPast(seed)) {
            long before = past.states().firstKey() - 1;
            assertThatThrownBy(() -> past.asOf(before))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private record States(@Nullable Item before, @Nullable Item after) {}

    private static NavigableMap<String, Item> read(RandomPast past, TableAsOf asOf) {
        NavigableMap<String, Item> items = new TreeMap<>();
        try (Snapshot snapshot = past.store().snapshot();
                AsOfCursor cursor = asOf.open(snapshot, null)) {
            while (cursor.next()) {
                byte[] row = cursor.row();
                if (row != null) {
                    items.put(RandomPast.name(cursor.rowKey()), RowValue.decode(row));
                }
            }
        }
        return items;
    }

    private static NavigableMap<String, Item> readRowByRow(RandomPast past, TableAsOf asOf) {
        NavigableMap<String, Item> items = new TreeMap<>();
        byte[] after = null;
        boolean isMore = true;
        while (isMore) {
            try (AsOfCursor cursor = asOf.open(past.store(), after)) {
                isMore = cursor.next();
                if (isMore) {
                    after = cursor.rowKey();
                    byte[] row = cursor.row();
                    if (row != null) {
                        Item other = items.put(RandomPast.name(after), RowValue.decode(row));
                        assertThat(other).isNull();
                    }
                }
            }
        }
        return items;
    }

    private static Map<String, States> changes(RandomPast past, long from, long to) {
        Map<String, States> changes = new TreeMap<>();
        try (ChangeCursor cursor = past.between(from, to).open(past.store(), null)) {
            while (cursor.next()) {
                changes.put(
                        RandomPast.name(cursor.rowKey()),
                        new States(item(cursor.before()), item(cursor.after())));
            }
        }
        return changes;
    }

    // An item that was changed and changed back is one of them too.
    private static Map<String, States> expectedChanges(RandomPast past, long from, long to) {
        NavigableMap<String, Item> first = Objects.requireNonNull(past.states().get(from));
        NavigableMap<String, Item> last = Objects.requireNonNull(past.states().get(to));
        Map<String, States> changes = new TreeMap<>();
        NavigableMap<String, Item> before = first;
        for (NavigableMap<String, Item> state :
                past.states().subMap(from, false, to, true).values()) {
            for (String name : names(before, state)) {
                if (!Objects.equals(before.get(name), state.get(name))) {
                    changes.put(name, new States(first.get(name), last.get(name)));
                }
            }
            before = state;
        }
        return changes;
    }

    private static List<String> names(Map<String, Item> one, Map<String, Item> other) {
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return new ArrayList<>(names);
    }

    private static @Nullable Item item(byte @Nullable [] row) {
        return row == null ? null : RowValue.decode(row);
    }
}
