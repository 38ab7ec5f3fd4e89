package dev.millrace.engine.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.ReportShards;
import dev.millrace.engine.operation.ReportShards.ShardReport;
import dev.millrace.engine.operation.RollShards;
import dev.millrace.engine.operation.SplitShard;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

class PartitionSplitTest {
    private static final ShardOptions TOUCHY =
            new ShardOptions(
                    Duration.ofHours(4), 10, Duration.ofSeconds(10), 20_000, Duration.ofHours(24));
    private static final ShardOptions COOL =
            new ShardOptions(
                    Duration.ofHours(4),
                    1_000_000,
                    Duration.ofSeconds(10),
                    20_000,
                    Duration.ofHours(24));

    private @Nullable EngineFixture opened;

    @AfterEach
    void close() {
        fixture().close();
    }

    @Test
    void partitionsThatAreWrittenToTooHardSplitWithTheirShards() {
        String arn = streamWith(TOUCHY);
        writeItems(1_000, 1);
        fixture().engine().schedule().runDue();
        assertThat(openShards(arn)).hasSize(8);
        assertThat(report(arn))
                .filteredOn(shard -> shard.closed() != null)
                .hasSize(4)
                .allSatisfy(parent -> {
                    List<ShardReport> children = childrenOf(arn, parent);
                    assertThat(children).hasSize(2);
                    assertThat(children.getFirst().firstHash()).isEqualTo(parent.firstHash());
                    assertThat(children.getFirst().lastHash() + 1)
                            .isEqualTo(children.getLast().firstHash());
                    assertThat(children.getLast().lastHash()).isEqualTo(parent.lastHash());
                });
    }

    @Test
    void aTableWithoutStreamSplitsItsPartitionsToo() {
        EngineFixture fixture = open(TOUCHY);
        fixture.createTable("t", null);
        writeItems(1_000, 1);
        fixture.engine().schedule().runDue();
        fixture.switchStream("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(fixture.describe("t").latestStreamArn());
        assertThat(openShards(arn)).hasSize(8);
    }

    @Test
    void partitionsThatGrowTooLargeSplit() {
        String arn = streamWith(COOL);
        writeItems(120, 1_000);
        fixture().engine().schedule().runDue();
        assertThat(openShards(arn)).hasSize(8);
    }

    @Test
    void aPartitionOfOneLargeKeyDoesNotSplit() {
        String arn = streamWith(COOL);
        fixture().put("t", "k", "x".repeat(100_000));
        fixture().live(PartitionSplitter.SIZES_EVERY);
        assertThat(openShards(arn)).hasSize(4);
    }

    @Test
    void noWriteIsLostOrDoubledAroundASplit() {
        String arn = streamWith(COOL);
        for (int i = 0; i < 4; i++) {
            writeItems(50, i + 1);
            openShards(arn).forEach(shard -> split(arn, shard.shardId(), null));
        }
        List<StreamRecord> records = fixture().recordsOf("t");
        assertThat(records).hasSize(200);
        assertThat(records.stream().map(StreamRecord::eventId).distinct()).hasSize(200);
    }

    @Test
    void splitsAndRollsInOneMillisecondHaveIdsThatGrow() {
        String arn = streamWith(COOL);
        for (int i = 0; i < 50; i++) {
            fixture().engine().shards().roll().execute(new RollShards.Request(arn, null));
        }
        List<ShardReport> shards = report(arn);
        assertThat(shards).hasSize(204).extracting(ShardReport::shardId).isSorted();
        assertThat(shards)
                .filteredOn(shard -> shard.parentShardId() != null)
                .allSatisfy(shard ->
                        assertThat(shard.shardId())
                                .isGreaterThan(Objects.requireNonNull(shard.parentShardId())));
    }

    @Test
    void aGivenBoundaryMustLieInsideTheShard() {
        String arn = streamWith(COOL);
        String first = openShards(arn).getFirst().shardId();
        assertThat(split(arn, first, 5L).childShardIds()).hasSize(2);
        assertThatThrownBy(() -> split(arn, first, 7L))
                .isInstanceOf(ApiException.class)
                .hasMessage("Shard is closed already: " + first);
        String child = openShards(arn).getFirst().shardId();
        assertThatThrownBy(() -> split(arn, child, 0L))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Shard cannot be split there");
    }

    @Test
    void trimmingByHandTakesClosedShardsAndHidesOlderRecordsOfOpenOnes() {
        String arn = streamWith(COOL);
        fixture().put("t", "k", "old");
        fixture().engine().shards().roll().execute(new RollShards.Request(arn, null));
        fixture().put("t", "k", "newer");
        fixture().live(Duration.ofSeconds(1));
        TrimStream.Request before = new TrimStream.Request(arn, fixture().now());
        assertThat(fixture().engine().shards().trim().execute(before).trimmedShardIds()).hasSize(4);
        assertThat(fixture().recordsOf("t")).isEmpty();
        fixture().put("t", "k", "newest");
        assertThat(fixture().recordsOf("t")).hasSize(1);
        assertThatThrownBy(() ->
                        fixture()
                                .engine()
                                .shards()
                                .trim()
                                .execute(
                                        new TrimStream.Request(
                                                arn, fixture().now().plusSeconds(1))))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void shardsOfADisabledStreamCannotBeRolled() {
        String arn = streamWith(COOL);
        fixture().switchStream("t", null);
        assertThatThrownBy(() ->
                        fixture()
                                .engine()
                                .shards()
                                .roll()
                                .execute(new RollShards.Request(arn, null)))
                .isInstanceOf(ApiException.class)
                .hasMessage("Stream is not enabled: " + arn);
    }

    private String streamWith(ShardOptions shards) {
        open(shards).createTable("t", StreamViewType.KEYS_ONLY);
        return Objects.requireNonNull(fixture().describe("t").latestStreamArn());
    }

    private EngineFixture open(ShardOptions shards) {
        opened = new EngineFixture(new InMemoryStore(Keyspace.families()), shards);
        return opened;
    }

    private EngineFixture fixture() {
        return Objects.requireNonNull(opened);
    }

    private void writeItems(int count, int bytes) {
        for (int i = 0; i < count; i++) {
            fixture().put("t", "k" + i, "x".repeat(bytes));
        }
    }

    private SplitShard.Response split(String arn, String shardId, @Nullable Long boundary) {
        return fixture()
                .engine()
                .shards()
                .split()
                .execute(new SplitShard.Request(arn, shardId, boundary));
    }

    private List<ShardReport> report(String arn) {
        return fixture().engine().shards().report().execute(new ReportShards.Request(arn)).shards();
    }

    private List<ShardReport> childrenOf(String arn, ShardReport parent) {
        return report(arn).stream()
                .filter(shard -> parent.shardId().equals(shard.parentShardId()))
                .toList();
    }

    private List<ShardDescription> openShards(String arn) {
        return fixture().describeStream(arn).shards().stream()
                .filter(shard -> shard.endingSequenceNumber() == null)
                .toList();
    }
}
