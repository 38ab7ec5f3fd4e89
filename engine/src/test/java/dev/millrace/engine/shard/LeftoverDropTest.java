package dev.millrace.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.ShardOperations;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.StoreException;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

class LeftoverDropTest {
    private final FailingStore store = new FailingStore();
    private final EngineFixture fixture = new EngineFixture(store);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void recordsOfATrimmedShardThatACrashLeftAreDroppedAtTheNextStart() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        store.isFailing = true;
        assertThatThrownBy(() -> fixture.live(Duration.ofHours(25)))
                .isInstanceOf(StoreException.class);
        assertThat(fixture.recordsOf("t")).isEmpty();
        assertThat(rows(Keyspace.RECORDS, KeyRange.all())).isEqualTo(1);
        assertThat(rows(Keyspace.META, Keyspace.leftovers())).isEqualTo(1);

        store.isFailing = false;
        fixture.reopen();
        fixture.engine().schedule().runDue();

        assertThat(rows(Keyspace.RECORDS, KeyRange.all())).isZero();
        assertThat(rows(Keyspace.META, Keyspace.leftovers())).isZero();
    }

    @Test
    void whatIsLeftOverIsForgottenOnlyAfterItWasDropped() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        fixture.put("t", "k", "v");
        fixture.switchStream("t", null);
        fixture.live(Duration.ofHours(24));
        assertThat(rows(Keyspace.RECORDS, KeyRange.all())).isZero();
        assertThat(rows(Keyspace.META, Keyspace.leftovers())).isZero();
        assertThat(rows(Keyspace.META, Keyspace.shards())).isZero();
    }

    @Test
    void neighbouringShardsThatAreTrimmedTogetherAreDroppedAsOneRange() {
        fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        ShardOperations shards = fixture.engine().shards();
        shards.roll().execute(new RollShards.Request(arn, null));
        fixture.pass(Duration.ofSeconds(1));
        shards.trim().execute(new TrimStream.Request(arn, fixture.now()));

        fixture.engine().schedule().runDue();

        assertThat(store.dropped)
                .containsExactly(
                        KeyRange.of(
                                Keyspace.recordsOf(1, 0).from(), Keyspace.recordsOf(1, 3).to()));
    }

    private int rows(Family family, KeyRange range) {
        int rows = 0;
        try (Cursor cursor = store.scan(family, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    private static final class FailingStore extends RecordingStore {
        private boolean isFailing;
        private final List<KeyRange> dropped = new ArrayList<>();

        FailingStore() {
            super(new InMemoryStore(Keyspace.families()));
        }

        @Override
        public void dropRange(Family family, KeyRange range) {
            if (isFailing) {
                throw new StoreException("disk is gone", new IllegalStateException());
            }
            dropped.add(range);
            super.dropRange(family, range);
        }
    }
}
