package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.OutboxKeys;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.request.DeleteTableRequest;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Durability;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class OutboxTest {
    private final DestinationFixture fixture = new DestinationFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachChangeIsInTheOutboxWithBothImagesWhateverTheStreamShows() {
        fixture.engine().switchStream("orders", StreamViewType.KEYS_ONLY);
        fixture.engine().put("orders", "a", "before");
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.engine().put("orders", "a", "2");
        fixture.engine().put("orders", "b", "3");
        List<DestinationRecord> records = fixture.records(1);
        assertThat(records)
                .extracting(DestinationRecord::eventName)
                .containsExactly(EventName.MODIFY, EventName.MODIFY, EventName.INSERT);
        assertThat(records.get(1).oldImage()).isEqualTo(records.get(0).newImage());
        assertThat(records.get(2).oldImage()).isNull();
        assertThat(records)
                .extracting(DestinationRecord::creationMicros)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void tableWithoutADestinationLeavesNothing() {
        fixture.engine().createTable("pets", null);
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("pets", "a", "1");
        assertThat(fixture.records(1)).isEmpty();
    }

    @Test
    void changesAfterDisablingAreNotTakenAndThoseBeforeStay() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.disable(DestinationFixture.ARN);
        fixture.engine().put("orders", "b", "2");
        assertThat(fixture.records(1)).hasSize(1);
        fixture.engine().reopen();
        assertThat(fixture.records(1)).hasSize(1);
    }

    @Test
    void outboxOutlivesItsTableUntilItIsSent() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.engine().engine().deleteTable().execute(new DeleteTableRequest("orders"));
        List<DestinationRecord> records = fixture.records(1);
        assertThat(records).hasSize(1);
        assertThat(fixture.trim(1, records.getLast().position())).isFalse();
        assertThat(
                        fixture.operations()
                                .listOutboxes()
                                .execute(new ListOutboxes.Request())
                                .outboxes())
                .isEmpty();
    }

    @Test
    void whatWasSentGoesAndTheRestStays() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.engine().put("orders", "b", "2");
        List<DestinationRecord> records = fixture.records(1);
        assertThat(fixture.trim(1, records.getFirst().position())).isTrue();
        assertThat(fixture.records(1)).containsExactly(records.getLast());
    }

    @Test
    void whatNoStreamTookGoesAfterADay() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.engine().live(DestinationTimer.KEPT.minus(DestinationTimer.INTERVAL));
        assertThat(fixture.records(1)).hasSize(1);
        fixture.engine().live(DestinationTimer.INTERVAL.multipliedBy(3));
        assertThat(fixture.records(1)).isEmpty();
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.ACTIVE);
    }

    @Test
    void outboxThatHasEndedIsDoneWithAfterADay() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.disable(DestinationFixture.ARN);
        fixture.engine()
                .live(DestinationTimer.KEPT.plus(DestinationTimer.INTERVAL.multipliedBy(2)));
        assertThat(
                        fixture.operations()
                                .listOutboxes()
                                .execute(new ListOutboxes.Request())
                                .outboxes())
                .isEmpty();
        assertThat(fixture.statuses()).containsExactly(DestinationStatus.DISABLED);
    }

    @Test
    void verifierFindsARowOfNoDestination() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        byte[] row = first(fixture.engine().store());
        byte[] stray = OutboxKeys.key(7, 1);
        write(new WriteBatch().put(Keyspace.OUTBOX, stray, row));
        assertThat(StoreVerifier.verify(fixture.engine().store()).violations())
                .singleElement()
                .asString()
                .endsWith("of no destination");
        write(new WriteBatch().delete(Keyspace.OUTBOX, stray));
    }

    private void write(WriteBatch batch) {
        fixture.engine().store().write(batch, Durability.SYNC);
    }

    private static byte[] first(Store store) {
        try (Cursor rows = store.scan(Keyspace.OUTBOX, KeyRange.all(), Direction.ASCENDING)) {
            assertThat(rows.next()).isTrue();
            return rows.value();
        }
    }

    @Test
    void repeatedReadsGiveTheSameEventIds() {
        fixture.enable(DestinationFixture.ARN, null);
        fixture.engine().put("orders", "a", "1");
        fixture.engine().put("orders", "b", "1");
        List<String> ids = fixture.records(1).stream().map(DestinationRecord::eventId).toList();
        fixture.engine().reopen();
        assertThat(fixture.records(1))
                .extracting(DestinationRecord::eventId)
                .isEqualTo(ids)
                .doesNotHaveDuplicates();
    }

    @Test
    void commitIsNewsForThoseWhoSend() {
        fixture.enable(DestinationFixture.ARN, null);
        long seen = fixture.news(-1);
        fixture.engine().put("orders", "a", "1");
        assertThat(fixture.news(seen)).isGreaterThan(seen);
    }
}
