package dev.millrace.engine.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TableStatus;
import dev.millrace.store.Durability;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class IndexBackfillTest {
    private static final int TWO_CHUNKS = 2 * ItemChunk.ITEMS_MAX;

    private final HeldBackfill held = new HeldBackfill();
    private final RecordingStore store = new RecordingStore(new InMemoryStore(Keyspace.families()));
    private final EngineFixture fixture = new EngineFixture(store, held);
    private final Albums albums = new Albums(fixture);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answerShowsTheTableUpdatingAndTheNewIndexCreating() {
        albums.create();

        TableDescription answer = albums.addIndex();

        assertThat(answer.tableStatus()).isEqualTo(TableStatus.UPDATING);
        SecondaryIndex index = answer.indexes().getFirst().index();
        assertThat(index.status()).isEqualTo(IndexStatus.CREATING);
        assertThat(index.backfilling()).isFalse();
    }

    @Test
    void tableIsActiveWhileItsIndexIsStillCreated() {
        albums.create();
        albums.addIndex();

        assertThat(fixture.describe(Albums.TABLE).tableStatus()).isEqualTo(TableStatus.ACTIVE);
        assertThat(albums.index().index().status()).isEqualTo(IndexStatus.CREATING);
    }

    @Test
    void indexShowsAsBackfillingWithTheFirstChunk() {
        fill(TWO_CHUNKS);
        albums.addIndex();

        assertThat(albums.index().index().backfilling()).isFalse();
        letOneThrough();

        assertThat(albums.index().index().backfilling()).isTrue();
        assertThat(albums.index().index().status()).isEqualTo(IndexStatus.CREATING);
    }

    @Test
    void oneChunkTakesAHundredItems() {
        fill(TWO_CHUNKS);
        albums.addIndex();

        letOneThrough();

        assertThat(albums.index().itemCount()).isEqualTo(ItemChunk.ITEMS_MAX);
    }

    @Test
    void indexOfAnEmptyTableIsActiveAfterOneChunk() {
        albums.create();
        albums.addIndex();

        letOneThrough();

        assertThat(albums.index().index().status()).isEqualTo(IndexStatus.ACTIVE);
        assertThat(albums.index().index().backfilling()).isNull();
    }

    @Test
    void itemsWhoseYearIsNoNumberAreLeftOut() {
        albums.create();
        albums.put("a", "one", Albums.year(1999));
        albums.put("b", "two", EngineFixture.text("1999"));
        albums.putWithoutYear("c");
        albums.addIndex();

        letOneThrough();

        assertThat(albums.entries()).hasSize(1);
    }

    @Test
    void backfillGoesOnAfterARestartWhereItWas() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();

        fixture.reopen();
        letOneThrough();

        assertThat(albums.isIndexActive()).isTrue();
        assertThat(albums.index().itemCount()).isEqualTo(TWO_CHUNKS);
    }

    @Test
    void cursorIsGoneWhenTheIndexIsActive() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        assertThat(albums.count(Keyspace.META, Keyspace.backfills())).isEqualTo(1);

        letOneThrough();

        assertThat(albums.count(Keyspace.META, Keyspace.backfills())).isZero();
    }

    @Test
    void tableCannotBeDeletedWhileAnIndexIsCreated() {
        albums.create();
        albums.addIndex();

        assertThatThrownBy(albums::deleteTable)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.RESOURCE_IN_USE))
                .hasMessage(
                        "Attempt to change a resource which is still in use: Cannot delete table"
                                + " while indexes are being created, updated, or deleted.");
    }

    @Test
    void onlyOneIndexCanBeCreatedAtATime() {
        albums.create();
        albums.addIndex();

        assertThatThrownBy(() -> albums.addIndex("another"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.LIMIT_EXCEEDED))
                .hasMessage(
                        "Subscriber limit exceeded: Only 1 online index can be created or deleted"
                                + " simultaneously per table");
    }

    @Test
    void indexCannotBeDeletedBeforeItsBackfillBegins() {
        albums.create();
        albums.addIndex();

        assertThatThrownBy(albums::deleteIndex)
                .hasMessage(
                        "Attempt to change a resource which is still in use: Index creation is in"
                                + " resource allocation phase. Retry deletion during backfilling"
                                + " phase or when the index is active. Table: albums Index:"
                                + " by-year");
    }

    @Test
    void indexDeletedDuringItsBackfillLeavesNoRows() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        held.awaitHeld();

        TableDescription answer = albums.deleteIndex();

        assertThat(answer.indexes().getFirst().index().status()).isEqualTo(IndexStatus.DELETING);
        assertThat(fixture.describe(Albums.TABLE).indexes()).isEmpty();
        assertNoRowsOfIndexes();
    }

    @Test
    void chunkOfAnIndexThatWasDeletedDoesNothing() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        held.awaitHeld();
        albums.deleteIndex();

        held.letOneThrough(() -> fixture.describe(Albums.TABLE).indexes().isEmpty());
        albums.addIndex();
        held.awaitHeld();

        assertNoRowsOfIndexes();
    }

    @Test
    void definitionsThatOnlyTheDeletedIndexUsedAreDropped() {
        albums.create();
        albums.addIndex();
        letOneThrough();
        assertThat(definitions()).containsExactly("pk", "year");

        albums.deleteIndex();

        assertThat(definitions()).containsExactly("pk");
    }

    @Test
    void tableThatIsDeletedLeavesNoRowsOfIndexes() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        letOneThrough();

        albums.deleteTable();

        assertNoRowsOfIndexes();
    }

    @Test
    void deletionCutShortByACrashIsFinishedAtTheNextStart() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        letOneThrough();
        int before = store.batches().size();
        albums.deleteIndex();

        // The first batch of the deletion says that the index is being deleted, the second removes
        // its rows.
        try (EngineFixture crashed = new EngineFixture(storeAfter(before + 1), held)) {
            Albums after = new Albums(crashed);
            assertThat(crashed.describe(Albums.TABLE).indexes()).isEmpty();
            assertThat(after.count(Keyspace.INDEX, KeyRange.all())).isZero();
            assertThat(after.count(Keyspace.META, Keyspace.indexStatistics())).isZero();
        }
    }

    @Test
    void backfillCutShortByACrashIsFinishedAfterTheNextStart() {
        fill(TWO_CHUNKS);
        albums.addIndex();
        letOneThrough();
        int crash = store.batches().size();
        letOneThrough();

        HeldBackfill again = new HeldBackfill();
        try (EngineFixture crashed = new EngineFixture(storeAfter(crash), again)) {
            Albums after = new Albums(crashed);
            again.letOneThrough(after::isIndexActive);
            assertThat(after.entries())
                    .containsExactlyInAnyOrderElementsOf(after.expectedEntries());
        }
    }

    private void fill(int count) {
        albums.create();
        for (int i = 0; i < count; i++) {
            albums.put("album-" + i, "title", Albums.year(1960 + i % 60));
        }
    }

    private void letOneThrough() {
        held.letOneThrough(albums::isIndexActive);
    }

    private List<String> definitions() {
        return fixture.describe(Albums.TABLE).attributeDefinitions().stream()
                .map(AttributeDefinition::attributeName)
                .toList();
    }

    private void assertNoRowsOfIndexes() {
        assertThat(albums.count(Keyspace.INDEX, KeyRange.all())).isZero();
        assertThat(albums.count(Keyspace.META, Keyspace.indexStatistics())).isZero();
        assertThat(albums.count(Keyspace.META, Keyspace.backfills())).isZero();
    }

    private Store storeAfter(int batches) {
        Store replayed = new InMemoryStore(Keyspace.families());
        for (WriteBatch batch : store.batches().subList(0, batches)) {
            replayed.write(batch, Durability.SYNC);
        }
        return replayed;
    }
}
