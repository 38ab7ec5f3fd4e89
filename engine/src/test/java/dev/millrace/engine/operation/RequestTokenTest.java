package dev.millrace.engine.operation;

import static dev.millrace.engine.operation.Transactions.check;
import static dev.millrace.engine.operation.Transactions.delete;
import static dev.millrace.engine.operation.Transactions.item;
import static dev.millrace.engine.operation.Transactions.put;
import static dev.millrace.engine.operation.Transactions.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.store.Change;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class RequestTokenTest {
    private static final TransactWrite COUNT =
            update("t", "n", "ADD n :n", Map.of(":n", new AttributeValue.N(Decimal.of(1))));
    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final byte TOKEN = 0x14;
    private static final byte EXPIRY = 0x15;

    private final RecordingStore store = new RecordingStore(new InMemoryStore(Keyspace.families()));
    private final EngineFixture fixture = new EngineFixture(store);
    private final Transactions transactions = new Transactions(fixture);

    @BeforeEach
    void createTable() {
        fixture.createTable("t", StreamViewType.NEW_AND_OLD_IMAGES);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theSameRequestAgainHasNoEffect() {
        write("a", COUNT);
        write("a", COUNT);

        assertThat(count()).isEqualTo(1);
        assertThat(fixture.recordsOf("t")).hasSize(1);
    }

    @Test
    void aTokenSurvivesARestart() {
        write("a", COUNT);
        fixture.reopen();
        fixture.pass(LIFETIME.minusMillis(1));
        write("a", COUNT);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aTokenIsForgottenAfterTenMinutes() {
        write("a", COUNT);
        fixture.reopen();
        fixture.pass(LIFETIME);
        write("a", COUNT);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aTokenThatWasUsedAnewIsValidAnew() {
        write("a", COUNT);
        fixture.pass(LIFETIME);
        write("a", COUNT);
        fixture.pass(LIFETIME.minusMillis(1));
        write("b", put("t", "x", "1"));
        write("a", COUNT);

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void anotherRequestWithTheSameTokenIsRefused() {
        write("a", COUNT);
        fixture.reopen();

        assertThatThrownBy(() -> write("a", COUNT, put("t", "x", "1")))
                .extracting(thrown -> ((ApiException) thrown).error())
                .isEqualTo(ApiError.IDEMPOTENT_PARAMETER_MISMATCH);
        assertThat(fixture.get("t", "x")).isNull();
    }

    @Test
    void aCancelledTransactionDoesNotBindItsToken() {
        TransactWrite check = check("t", "x", "attribute_exists(pk)");
        assertThatThrownBy(() -> write("a", COUNT, check))
                .isInstanceOf(TransactionCanceledException.class);
        fixture.put("t", "x", "1");

        write("a", COUNT, check);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aTransactionThatChangesNothingBindsItsToken() {
        write("a", delete("t", "x"));
        fixture.reopen();
        fixture.put("t", "x", "1");
        write("a", delete("t", "x"));

        assertThat(fixture.get("t", "x")).isEqualTo(item("x", "1"));
    }

    @Test
    void aRepeatedAnswerCostsReadingWhatTheFirstOneTouched() {
        TransactWrite large = put("t", "x", "y".repeat(5_000));
        assertThat(capacity("a", large, check("t", "z", "attribute_not_exists(pk)")))
                .containsExactly(new ConsumedCapacity("t", 12, false, null, 12.0));
        fixture.reopen();

        assertThat(capacity("a", large, check("t", "z", "attribute_not_exists(pk)")))
                .containsExactly(new ConsumedCapacity("t", 6, false, 6.0, null));
    }

    @Test
    void itemsRecordsAndTokenAreOneBatch() {
        int before = store.batches().size();
        write("a", put("t", "x", "1"), put("t", "y", "2"));

        assertThat(store.batches()).hasSize(before + 1);
        assertThat(putsOf(Keyspace.ITEMS)).hasSize(2);
        assertThat(putsOf(Keyspace.RECORDS)).hasSize(2);
        assertThat(putsOf(Keyspace.META))
                .extracting(key -> key[0])
                .contains(TOKEN, EXPIRY, (byte) 0x01);
    }

    @Test
    void expiredTokensGoTwoAtATime() {
        for (String token : List.of("a", "b", "c", "d", "e")) {
            write(token, COUNT);
        }
        fixture.pass(LIFETIME);

        write("f", COUNT);
        assertThat(rows(TOKEN)).isEqualTo(4);
        assertThat(rows(EXPIRY)).isEqualTo(4);
        write("g", COUNT);
        write("h", COUNT);
        assertThat(rows(TOKEN)).isEqualTo(3);
        assertThat(rows(EXPIRY)).isEqualTo(3);
    }

    @Test
    void writesWithoutTokenRemoveNone() {
        write("a", COUNT);
        fixture.pass(LIFETIME);
        fixture.put("t", "x", "1");

        assertThat(rows(TOKEN)).isEqualTo(1);
    }

    private List<byte[]> putsOf(Family family) {
        return store.batches().getLast().changes().stream()
                .filter(Change.Put.class::isInstance)
                .map(Change.Put.class::cast)
                .filter(put -> put.family().equals(family))
                .map(Change.Put::key)
                .toList();
    }

    private int rows(byte kind) {
        int rows = 0;
        try (Cursor cursor =
                store.scan(
                        Keyspace.META, KeyRange.prefix(new byte[] {kind}), Direction.ASCENDING)) {
            while (cursor.next()) {
                rows++;
            }
        }
        return rows;
    }

    private void write(String token, TransactWrite... actions) {
        transactions.write(token, ReturnConsumedCapacity.NONE, actions);
    }

    private List<ConsumedCapacity> capacity(String token, TransactWrite... actions) {
        return transactions.write(token, ReturnConsumedCapacity.TOTAL, actions).consumedCapacity();
    }

    private int count() {
        var item = fixture.get("t", "n");
        return switch (item == null ? null : item.get("n")) {
            case AttributeValue.N(Decimal number) -> number.number().intValueExact();
            case null, default -> 0;
        };
    }
}
