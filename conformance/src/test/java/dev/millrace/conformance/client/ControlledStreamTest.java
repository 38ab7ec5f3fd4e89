package dev.millrace.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.control.ControlClient;
import dev.millrace.control.ControlException;
import dev.millrace.control.ControlledShard;
import dev.millrace.control.ShardTree;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Streams through the SDK while a test splits, rolls and trims their shards and moves the clock.
@Timeout(120)
class ControlledStreamTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String TABLE = "Controlled";
    private static final int KEYS = 16;

    private MillraceServer server;
    private Clients clients;
    private ControlClient control;
    private final List<String> written = new ArrayList<>();

    @BeforeEach
    void start() {
        ControlOptions options = ControlOptions.onPort(0, new ClockChoice.Manual(START));
        server = MillraceServer.start(ServerOptions.inMemory().withControl(options));
        clients = Clients.of(server.endpoint());
        control = ControlClient.of(Objects.requireNonNull(server.controlEndpoint()));
        TableForms.create(
                clients.tables(),
                TableForms.streaming(TableForms.simple(TABLE), StreamViewType.NEW_IMAGE));
    }

    @AfterEach
    void stop() {
        control.close();
        clients.close();
        server.close();
    }

    @Test
    void changesOfEachKeyKeepTheirOrderThroughSplitsAndRolls() {
        RuleFollowingReader reader = new RuleFollowingReader(stream());
        writeRound(0);
        control.splitAll(TABLE);
        writeRound(1);
        reader.readOn();
        control.rollAll(TABLE);
        writeRound(2);
        ShardTree tree = control.shards(TABLE);
        control.split(TABLE, tree.open().getFirst().shardId());
        control.roll(TABLE, tree.open().getLast().shardId());
        writeRound(3);
        reader.readOn();

        assertThat(values(reader.records())).containsExactlyInAnyOrderElementsOf(written);
        assertRoundsInOrder(reader.records());
    }

    @Test
    void everyNumberOfAChildExceedsItsParentsThroughForcedRolls() {
        for (int round = 0; round < 4; round++) {
            writeRound(round);
            control.rollAll(TABLE);
        }

        Map<String, BigInteger> lastOfShard = new HashMap<>();
        for (var shard : stream().shards()) {
            BigInteger parentsLast =
                    lastOfShard.getOrDefault(
                            String.valueOf(shard.parentShardId()), BigInteger.ZERO);
            BigInteger last = parentsLast;
            for (Record record : stream().records(shard)) {
                BigInteger number = new BigInteger(record.dynamodb().sequenceNumber());
                assertThat(number).isGreaterThan(last);
                last = number;
            }
            lastOfShard.put(shard.shardId(), last);
        }
        assertThat(lastOfShard).hasSize(4 * 5);
    }

    @Test
    void trimmedShardsVanishAndReadersGoOnWithTheirChildren() {
        writeRound(0);
        control.rollAll(TABLE);
        control.advance(Duration.ofMinutes(1));
        writeRound(1);
        int before = stream().shards().size();

        ShardTree tree = control.trim(TABLE, START.plusSeconds(30));

        assertThat(tree.shards()).hasSize(before / 2).allMatch(ControlledShard::isOpen);
        RuleFollowingReader reader = new RuleFollowingReader(stream());
        reader.readOn();
        assertThat(values(reader.records()))
                .containsExactlyInAnyOrderElementsOf(written.subList(KEYS, 2 * KEYS));
    }

    @Test
    void readersComeThroughADayOfRolloversOnAManualClock() {
        List<RuleFollowingReader> readers =
                List.of(
                        new RuleFollowingReader(stream()),
                        new RuleFollowingReader(stream()),
                        new RuleFollowingReader(stream()),
                        new RuleFollowingReader(stream()));
        for (int hour = 0; hour < 24; hour++) {
            writeRound(hour);
            control.advance(Duration.ofHours(1));
            // Each reads as often as it likes, the last one only once at the end of the day.
            for (int i = 0; i < readers.size() - 1; i++) {
                if (hour % (i + 1) == 0) {
                    readers.get(i).readOn();
                }
            }
        }
        // The first round is a day old by now; whoever reads it has read it before.
        readers.forEach(RuleFollowingReader::readOn);

        assertThat(control.now()).isEqualTo(START.plus(Duration.ofHours(24)));
        for (RuleFollowingReader reader : readers.subList(0, 3)) {
            assertThat(values(reader.records())).containsExactlyInAnyOrderElementsOf(written);
            assertRoundsInOrder(reader.records());
        }
        assertThat(values(readers.getLast().records()))
                .containsExactlyInAnyOrderElementsOf(written.subList(KEYS, written.size()));
        assertThat(readers.getFirst().finished()).hasSizeGreaterThanOrEqualTo(4 * 5);
    }

    @Test
    void expiredIteratorsAndEmptyPagesLoseNothing() {
        RuleFollowingReader reader = new RuleFollowingReader(stream());
        writeRound(0);
        reader.readOn();
        control.expireIterators();
        writeRound(1);
        control.emptyPages(3);
        reader.readOn();
        reader.readOn();

        assertThat(values(reader.records())).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void throttledCallsFailAsAwsWouldLetThem() {
        control.throttle("PutItem", 1);

        assertThatThrownBy(() -> put("k", "v"))
                .isInstanceOf(ProvisionedThroughputExceededException.class);
        put("k", "v");
    }

    @Test
    void closingAllShardsEndsTheStream() {
        writeRound(0);
        ShardTree tree = control.closeAll(TABLE);

        assertThat(tree.open()).isEmpty();
        RuleFollowingReader reader = new RuleFollowingReader(stream());
        reader.readOn();
        assertThat(values(reader.records())).containsExactlyInAnyOrderElementsOf(written);
        assertThat(reader.finished()).hasSize(tree.shards().size());
    }

    @Test
    void refusalCarriesTheServersSentence() {
        assertThatThrownBy(() -> control.rollAll("Nothing"))
                .isInstanceOf(ControlException.class)
                .hasMessageContaining("Nothing")
                .extracting(e -> ((ControlException) e).status())
                .isEqualTo(404);
    }

    @Test
    void metricsCountWhatWasReadAndWritten() {
        writeRound(0);
        new RuleFollowingReader(stream()).readOn();

        assertThat(control.metrics())
                .containsPattern("millrace_stream_records_in_total\\{table=\"Controlled\".*} 16\n")
                .containsPattern(
                        "millrace_stream_records_out_total\\{table=\"Controlled\".*} 16\n");
    }

    private void writeRound(int round) {
        for (int key = 0; key < KEYS; key++) {
            put("k" + key, "k" + key + "/" + round);
            written.add("k" + key + "/" + round);
        }
    }

    private void put(String key, String value) {
        clients.tables()
                .putItem(request ->
                        request.tableName(TABLE)
                                .item(Items.with(Items.key(key), "v", Items.s(value))));
    }

    private StreamReading stream() {
        String arn =
                clients.tables()
                        .describeTable(request -> request.tableName(TABLE))
                        .table()
                        .latestStreamArn();
        return new StreamReading(clients.streams(), arn);
    }

    private static List<String> values(List<Record> records) {
        return records.stream().map(ControlledStreamTest::valueOf).toList();
    }

    private static String valueOf(Record record) {
        return Objects.requireNonNull(record.dynamodb().newImage().get("v")).s();
    }

    private static void assertRoundsInOrder(List<Record> records) {
        Map<String, Integer> rounds = new HashMap<>();
        HashSet<String> seen = new HashSet<>();
        for (String value : values(records)) {
            int slash = value.indexOf('/');
            int round = Integer.parseInt(value.substring(slash + 1));
            Integer before = rounds.put(value.substring(0, slash), round);
            assertThat(round).as(value).isEqualTo(before == null ? round : before + 1);
            assertThat(seen.add(value)).as(value).isTrue();
        }
    }
}
