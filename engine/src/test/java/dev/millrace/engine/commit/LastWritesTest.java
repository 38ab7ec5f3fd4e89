package dev.millrace.engine.commit;

import static dev.millrace.engine.commit.SequencerTest.KEY;
import static dev.millrace.engine.commit.SequencerTest.ROW;
import static dev.millrace.engine.commit.SequencerTest.TABLE;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.item.ItemChange;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.token.RequestTokens;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

final class LastWritesTest {
    private static final Item ITEM = Item.of(Map.of("pk", KEY.partition()));
    private static final PrimaryKey OTHER = new PrimaryKey(new AttributeValue.S("other"), null);
    private static final RowKey OTHER_ROW = RowKey.of(1, OTHER);

    private final LastWrites lastWrites = new LastWrites();
    private final InMemoryStore store = new InMemoryStore(Keyspace.families());

    @Test
    void aRowThatIsBroughtAlongNeedNotBeReadAgain() {
        assertThat(seen(lastWrites.moment())).isEqualTo(ITEM);
    }

    @Test
    void aRowThatWasWrittenSinceIsReadAgain() {
        long moment = lastWrites.moment();
        lastWrites.note(List.of(write(KEY, ROW)));
        assertThat(seen(moment)).isNull();
    }

    @Test
    void aRowThatWasReadBehindItsLastWriteNeedNotBeReadAgain() {
        lastWrites.note(List.of(write(KEY, ROW)));
        assertThat(seen(lastWrites.moment())).isEqualTo(ITEM);
    }

    @Test
    void writesOfOtherRowsChangeNothing() {
        long moment = lastWrites.moment();
        lastWrites.note(List.of(write(OTHER, OTHER_ROW)));
        assertThat(seen(moment)).isEqualTo(ITEM);
    }

    @Test
    void afterAChangeOfTheCatalogEverythingIsReadAgain() {
        long moment = lastWrites.moment();
        lastWrites.note(List.of(new Commit.OfCatalog(1, List.of())));
        assertThat(seen(moment)).isNull();
        assertThat(seen(lastWrites.moment())).isEqualTo(ITEM);
    }

    @Test
    void afterARecoveryEverythingIsReadAgain() {
        long moment = lastWrites.moment();
        lastWrites.noteAnything();
        assertThat(seen(moment)).isNull();
        assertThat(seen(lastWrites.moment())).isEqualTo(ITEM);
    }

    @Test
    void whatTheGroupHasWrittenGoesBeforeWhatIsBroughtAlong() {
        ItemEvaluation items = items();
        items.set(TABLE, KEY, ROW, ITEM, null);
        items.know(ROW, ITEM, lastWrites.moment());
        assertThat(items.current(ROW)).isNull();
    }

    @Test
    void theNextCommandKnowsNothingOfIt() {
        ItemEvaluation items = items();
        items.know(ROW, ITEM, lastWrites.moment());
        items.begin();
        assertThat(items.current(ROW)).isNull();
    }

    // What a command sees that brings along what it read at that moment; the store has nothing.
    private @Nullable Item seen(long moment) {
        ItemEvaluation items = items();
        items.know(ROW, ITEM, moment);
        return items.current(ROW);
    }

    private ItemEvaluation items() {
        return new ItemEvaluation(
                CatalogState.EMPTY,
                new ItemRows(store),
                new RequestTokens(store),
                new HybridClock(() -> Instant.EPOCH, 0),
                lastWrites);
    }

    private static Commit write(PrimaryKey key, RowKey row) {
        ItemChange change = new ItemChange(TABLE, key, row, null, ITEM, 1, false);
        return new Commit.OfItems(List.of(change), 1, null, List.of());
    }
}
