package dev.millrace.engine.operation;

import static dev.millrace.engine.operation.Transactions.check;
import static dev.millrace.engine.operation.Transactions.put;
import static dev.millrace.engine.operation.Transactions.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.RecordingStore;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GrantTokenRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.RevokeTokensRequest;
import dev.millrace.model.request.TransactWrite;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.store.memory.InMemoryStore;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

class GrantedTokenTest {
    private static final String TOKEN = "millrace-one";
    private static final TransactWrite COUNT =
            update("t", "n", "ADD n :n", Map.of(":n", new AttributeValue.N(Decimal.of(1))));

    private final RecordingStore store = new RecordingStore(new InMemoryStore(Keyspace.families()));
    private final EngineFixture fixture = new EngineFixture(store);
    private final Transactions transactions = new Transactions(fixture);

    @BeforeEach
    void createTable() {
        fixture.createTable("t", null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void transactionAndItsDocumentAreOneBatch() {
        grant();
        int before = store.batches().size();
        write(COUNT);

        assertThat(store.batches()).hasSize(before + 1);
        assertThat(count()).isEqualTo(1);
        assertThat(documents()).containsExactly("a/" + TOKEN);
    }

    @Test
    void tokenThatWasNeverGrantedIsRefused() {
        assertRefused(COUNT);

        assertThat(count()).isZero();
    }

    @Test
    void revokedTokenIsRefused() {
        grant();
        assertThat(revoke()).isEmpty();
        assertRefused(COUNT);

        assertThat(count()).isZero();
        assertThat(documents()).isEmpty();
    }

    @Test
    void revokingTellsWhetherTheTokenWasUsed() {
        grant();
        write(COUNT);

        assertThat(revoke()).extracting(Document::key).containsExactly("a/" + TOKEN);
    }

    @Test
    void sameTransactionAgainIsAnsweredAndChangesNothing() {
        grant();
        write(COUNT);
        write(COUNT);
        revoke();
        write(COUNT);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void anotherTransactionWithAUsedTokenIsRefused() {
        grant();
        write(COUNT);
        assertRefused(put("t", "x", "1"));

        assertThat(fixture.get("t", "x")).isNull();
    }

    @Test
    void usedTokenIsRefusedWhenItsTransactionIsForgotten() {
        grant();
        write(COUNT);
        fixture.pass(Duration.ofMinutes(11));
        assertRefused(COUNT);

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void restartForgetsWhatWasGranted() {
        grant();
        fixture.reopen();

        assertRefused(COUNT);
    }

    @Test
    void cancelledTransactionLeavesItsTokenGood() {
        grant();
        assertThatThrownBy(() -> write(COUNT, check("t", "x", "attribute_exists(pk)")))
                .isInstanceOf(TransactionCanceledException.class);
        assertThat(documents()).isEmpty();
        write(COUNT);

        assertThat(count()).isEqualTo(1);
        assertThat(documents()).hasSize(1);
    }

    @Test
    void documentMayBeRemovedWhileTheTransactionIsRemembered() {
        grant();
        write(COUNT);
        revoke();
        fixture.engine()
                .inside()
                .writeDocuments()
                .execute(
                        new WriteDocumentsRequest(
                                List.of(DocumentChange.remove("effect", "a/" + TOKEN))));
        fixture.pass(Duration.ofMinutes(11));

        assertRefused(COUNT);
        assertThat(count()).isEqualTo(1);
    }

    private void grant() {
        fixture.engine()
                .inside()
                .grantToken()
                .execute(
                        new GrantTokenRequest(
                                TOKEN, DocumentChange.put("effect", "a/" + TOKEN, new byte[] {1})));
    }

    private List<Document> revoke() {
        return fixture.engine()
                .inside()
                .revokeTokens()
                .execute(new RevokeTokensRequest("effect", "a/"))
                .effects();
    }

    private List<String> documents() {
        return fixture
                .engine()
                .inside()
                .readDocuments()
                .execute(new ReadDocumentsRequest("effect", ""))
                .documents()
                .stream()
                .map(Document::key)
                .toList();
    }

    private void assertRefused(TransactWrite... actions) {
        assertThatThrownBy(() -> write(actions))
                .extracting(thrown -> ((ApiException) thrown).error())
                .isEqualTo(ApiError.IDEMPOTENT_PARAMETER_MISMATCH);
    }

    private void write(TransactWrite... actions) {
        transactions.write(TOKEN, ReturnConsumedCapacity.NONE, actions);
    }

    private int count() {
        var item = fixture.get("t", "n");
        return switch (item == null ? null : item.get("n")) {
            case AttributeValue.N(Decimal number) -> number.number().intValueExact();
            case null, default -> 0;
        };
    }
}
