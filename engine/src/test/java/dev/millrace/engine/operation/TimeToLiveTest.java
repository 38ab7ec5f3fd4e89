package dev.millrace.engine.operation;

import static dev.millrace.engine.EngineFixture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.engine.expiry.ExpirySweeper;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.request.DescribeTimeToLiveRequest;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.TimeToLiveDescription;
import dev.millrace.model.table.TimeToLiveSpecification;
import dev.millrace.model.table.TimeToLiveStatus;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

class TimeToLiveTest {
    private static final long START = EngineFixture.START.getEpochSecond();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final EngineFixture fixture = new EngineFixture();

    @BeforeEach
    void createTable() {
        fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void expiredItemGoesWithinAMinute() {
        update(true, "ttl");
        put("a", START + 60);

        fixture.live(Duration.ofMinutes(2));

        assertThat(fixture.get("t", "a")).isNull();
    }

    @Test
    void itemStaysUntilItsSecondIsOver() {
        update(true, "ttl");
        put("a", START + 60);

        fixture.live(MINUTE);

        assertThat(fixture.get("t", "a")).isNotNull();
    }

    @Test
    void deletionIsRecordedAsTheServices() {
        update(true, "ttl");
        put("a", START);

        fixture.live(MINUTE);

        assertThat(fixture.recordsOf("t"))
                .extracting(StreamRecord::eventName, StreamRecord::expired)
                .containsExactly(tuple(EventName.INSERT, false), tuple(EventName.REMOVE, true));
    }

    @Test
    void itemWithALaterMomentIsKept() {
        update(true, "ttl");
        put("a", START + 10);
        put("a", START + 1_000);

        fixture.live(MINUTE);

        assertThat(fixture.get("t", "a")).isNotNull();
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void deletedItemLeavesNoEntry() {
        update(true, "ttl");
        put("a", START + 10);
        fixture.put("t", "a", "without a moment");

        assertThat(entries()).isZero();
    }

    @Test
    void onlyNumbersExpire() {
        update(true, "ttl");
        fixture.put("t", Item.of(Map.of("pk", text("a"), "ttl", text(Long.toString(START - 100)))));

        fixture.live(MINUTE);

        assertThat(fixture.get("t", "a")).isNotNull();
    }

    @Test
    void momentFiveYearsAgoIsIgnored() {
        update(true, "ttl");
        put("old", START - ExpirySweeper.AGE_MAX.toSeconds() - 1);
        put("less", START - ExpirySweeper.AGE_MAX.toSeconds() + 120);

        fixture.live(MINUTE);

        assertThat(fixture.get("t", "old")).isNotNull();
        assertThat(fixture.get("t", "less")).isNull();
    }

    @Test
    void millisecondsAreATimeFarAway() {
        update(true, "ttl");
        put("a", START * 1_000);

        fixture.live(MINUTE);

        assertThat(fixture.get("t", "a")).isNotNull();
    }

    @Test
    void itemsFromBeforeTheSwitchExpireToo() {
        put("a", START - 1);

        update(true, "ttl");
        fixture.live(MINUTE);

        assertThat(fixture.get("t", "a")).isNull();
    }

    @Test
    void largeTableIsEnteredChunkByChunk() {
        fill(ExpiryBackfill.CHUNK_ROWS_MAX + 10);

        update(true, "ttl");

        assertThat(describe()).isEqualTo(status(TimeToLiveStatus.ENABLING));
        assertThat(entries()).isEqualTo(ExpiryBackfill.CHUNK_ROWS_MAX);
    }

    @Test
    void backfillGoesOnAfterARestart() {
        fill(2 * ExpiryBackfill.CHUNK_ROWS_MAX + 10);
        update(true, "ttl");

        fixture.reopen();
        fixture.engine().schedule().runDue();

        assertThat(describe()).isEqualTo(status(TimeToLiveStatus.ENABLED));
        assertThat(entries()).isEqualTo(2 * ExpiryBackfill.CHUNK_ROWS_MAX + 10);
    }

    @Test
    void everythingDueGoesHoweverMuchItIs() {
        update(true, "ttl");
        fill(3 * ExpirySweeper.DELETIONS_MAX + 1);

        fixture.live(Duration.ofDays(2));

        assertThat(fixture.describe("t").itemCount()).isZero();
        assertThat(entries()).isZero();
    }

    @Test
    void switchingOffEmptiesTheIndex() {
        update(true, "ttl");
        put("a", START + 1);

        update(false, "ttl");
        fixture.live(MINUTE);

        assertThat(entries()).isZero();
        assertThat(fixture.get("t", "a")).isNotNull();
    }

    @Test
    void deletedTableLeavesNoEntry() {
        update(true, "ttl");
        put("a", START + 100);

        fixture.engine().deleteTable().execute(new DeleteTableRequest("t"));

        assertThat(entries()).isZero();
    }

    @Test
    void secondSwitchOnIsRefused() {
        update(true, "ttl");

        assertThatThrownBy(() -> update(true, "ttl")).hasMessage("TimeToLive is already enabled");
    }

    private void fill(int items) {
        for (int i = 0; i < items; i++) {
            put("k" + i, START + 100 + i);
        }
    }

    private void put(String key, long second) {
        fixture.put(
                "t",
                Item.of(Map.of("pk", text(key), "ttl", new AttributeValue.N(Decimal.of(second)))));
    }

    private void update(boolean enabled, String attributeName) {
        fixture.engine()
                .resources()
                .updateTimeToLive()
                .execute(
                        new UpdateTimeToLiveRequest(
                                "t", new TimeToLiveSpecification(enabled, attributeName)));
    }

    private TimeToLiveDescription describe() {
        return fixture.engine()
                .resources()
                .describeTimeToLive()
                .execute(new DescribeTimeToLiveRequest("t"))
                .timeToLiveDescription();
    }

    private static TimeToLiveDescription status(TimeToLiveStatus status) {
        return new TimeToLiveDescription(status, "ttl");
    }

    private int entries() {
        int entries = 0;
        try (Cursor cursor =
                fixture.store().scan(Keyspace.EXPIRY, KeyRange.all(), Direction.ASCENDING)) {
            while (cursor.next()) {
                entries++;
            }
        }
        return entries;
    }
}
