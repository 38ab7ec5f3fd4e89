package dev.millrace.engine.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.store.Change;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

/// What the batch of a change does to the entries of indexes.
class IndexMaintenanceTest {
    private final RecordingStore store = new RecordingStore(new InMemoryStore(Keyspace.families()));
    private final EngineFixture fixture = new EngineFixture(store);
    private final Ledger ledger = new Ledger(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void newItemHasItsEntriesInTheBatchOfItsOwn() {
        ledger.put("a", "1", "x", 1, "note");

        assertThat(lastChanges(Keyspace.ITEMS)).hasSize(1);
        assertThat(lastChanges(Keyspace.INDEX)).hasSize(2).allMatch(Change.Put.class::isInstance);
    }

    @Test
    void changeOfWhatNoIndexHoldsWritesNoEntry() {
        ledger.put("a", "1", null, 1, "note");
        ledger.put("a", "1", null, 1, "other");

        assertThat(ledger.entries(Ledger.LOCAL)).hasSize(1);
        assertThat(lastChanges(Keyspace.INDEX)).isEmpty();
    }

    @Test
    void changeOfWhatOneIndexHoldsWritesItsEntryInPlace() {
        ledger.put("a", "1", "x", 1, "note");
        ledger.put("a", "1", "x", 1, "other");

        assertThat(lastChanges(Keyspace.INDEX)).hasSize(1).allMatch(Change.Put.class::isInstance);
    }

    @Test
    void entryThatMovesIsDeletedAndPut() {
        ledger.put("a", "1", "x", 1, "note");
        ledger.put("a", "1", "y", 1, "note");

        assertThat(lastChanges(Keyspace.INDEX))
                .hasExactlyElementsOfTypes(Change.Delete.class, Change.Put.class);
    }

    @Test
    void itemThatLosesAKeyAttributeLosesItsEntry() {
        ledger.put("a", "1", "x", 1, "note");
        ledger.put("a", "1", null, 1, "note");

        assertThat(ledger.entries(Ledger.GLOBAL)).isEmpty();
        assertThat(ledger.entries(Ledger.LOCAL)).hasSize(1);
    }

    @Test
    void deletedItemLosesAllItsEntries() {
        ledger.put("a", "1", "x", 1, "note");
        ledger.delete("a", "1");

        assertThat(rows(Keyspace.INDEX)).isZero();
    }

    @Test
    void changeInATableWithoutIndexesTouchesNoRowOfThem() {
        fixture.createTable("plain", null);
        fixture.put("plain", "k", "v");

        assertThat(store.batches().getLast().changes())
                .allMatch(change -> !change.family().equals(Keyspace.INDEX))
                .hasSize(3);
    }

    @Test
    void totalsOfAnIndexCountWhatItHolds() {
        ledger.put("a", "1", "x", 1, "note");
        ledger.put("a", "2", "x", 2, "longer note");
        ledger.put("a", "3", null, null, "note");
        ledger.put("a", "2", "y", 2, "longer note");

        assertThat(ledger.describe(Ledger.GLOBAL).itemCount()).isEqualTo(2);
        assertThat(ledger.describe(Ledger.GLOBAL).indexSizeBytes())
                .isEqualTo(
                        ledger.entries(Ledger.GLOBAL).stream()
                                .mapToLong(entry -> entry.sizeBytes())
                                .sum());
    }

    @Test
    void totalsOfAnIndexSurviveARestart() {
        ledger.put("a", "1", "x", 1, "note");
        fixture.reopen();
        ledger.put("a", "2", "x", 2, "note");

        assertThat(ledger.describe(Ledger.LOCAL).itemCount()).isEqualTo(2);
    }

    @Test
    void deletedTableTakesItsIndexesAlong() {
        ledger.put("a", "1", "x", 1, "note");
        fixture.engine().deleteTable().execute(new DeleteTableRequest(Ledger.TABLE));

        assertThat(rows(Keyspace.INDEX)).isZero();
        assertThat(count(Keyspace.META, Keyspace.indexStatistics())).isZero();
    }

    private List<Change> lastChanges(Family family) {
        return store.batches().getLast().changes().stream()
                .filter(change -> change.family().equals(family))
                .toList();
    }

    private int rows(Family family) {
        return count(family, KeyRange.all());
    }

    private int count(Family family, KeyRange range) {
        int count = 0;
        try (Cursor cursor = store.scan(family, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                count++;
            }
        }
        return count;
    }
}
