package dev.millrace.engine.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.catalog.CatalogRows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItemChunkTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aHundredItemsAreOneChunkWithNothingBehind() {
        fill(ItemChunk.ITEMS_MAX, 1);

        ItemChunk chunk = first();

        assertThat(chunk.items()).hasSize(ItemChunk.ITEMS_MAX);
        assertThat(chunk.last()).isNull();
    }

    @Test
    void oneItemMoreThanAChunkIsAChunkOfItsOwn() {
        fill(ItemChunk.ITEMS_MAX + 1, 1);

        ItemChunk chunk = first();
        assertThat(chunk.items()).hasSize(ItemChunk.ITEMS_MAX);

        ItemChunk second = ItemChunk.read(fixture.store(), tableId(), chunk.last());
        assertThat(second.items()).hasSize(1);
        assertThat(second.last()).isNull();
    }

    @Test
    void largeItemsFillAChunkBeforeThereAreAHundred() {
        fill(5, 100 * 1024);

        ItemChunk chunk = first();

        assertThat(chunk.items()).hasSize(3);
        assertThat(chunk.last()).isNotNull();
    }

    @Test
    void itemsOfOtherTablesAreNoPartOfAChunk() {
        fill(1, 1);
        fixture.createTable("z-other", null);
        fixture.put("z-other", "a", "v");

        assertThat(first().items()).hasSize(1);
    }

    private void fill(int count, int bytes) {
        fixture.createTable("t", null);
        for (int i = 0; i < count; i++) {
            fixture.put("t", "k" + i, "x".repeat(bytes));
        }
    }

    private ItemChunk first() {
        return ItemChunk.read(fixture.store(), tableId(), null);
    }

    private int tableId() {
        return CatalogRows.load(fixture.store()).table("t").orElseThrow().id();
    }
}
