package dev.millrace.engine.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrafficTableTest {
    private final TrafficTable table = new TrafficTable();

    @Test
    void aShardAndItsStreamCountEachRecord() {
        table.in(1, 0, 100);
        table.in(1, 1, 20);

        assertThat(table.counts(Place.shard(1, 0))).isEqualTo(new Traffic.Counts(1, 100, 0, 0));
        assertThat(table.counts(Place.shardsOf(1))).isEqualTo(new Traffic.Counts(2, 120, 0, 0));
    }

    @Test
    void whatHadNoTrafficCountsNothing() {
        assertThat(table.counts(Place.shard(9, 9))).isEqualTo(new Traffic.Counts(0, 0, 0, 0));
    }

    @Test
    void manyShardsAreKeptApart() {
        for (int shard = 0; shard < 1_000; shard++) {
            table.in(shard % 7, shard, shard);
        }

        for (int shard = 0; shard < 1_000; shard++) {
            assertThat(table.counts(Place.shard(shard % 7, shard)).bytesIn()).isEqualTo(shard);
        }
    }

    @Test
    void whatIsNotKeptIsForgotten() {
        table.in(1, 0, 100);
        table.in(1, 1, 20);

        table.retain(place -> !place.equals(Place.shard(1, 0)));

        assertThat(table.counts(Place.shard(1, 0)).recordsIn()).isZero();
        assertThat(table.counts(Place.shard(1, 1)).recordsIn()).isOne();
        assertThat(table.counts(Place.shardsOf(1)).recordsIn()).isEqualTo(2);
    }
}
