package dev.millrace.engine.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.EngineFixture;
import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.LatestSequenceNumberRequest;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.model.request.WriteDocumentsRequest;
import dev.millrace.model.stream.ShardDescription;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.TableDescription;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;

class DocumentsTest {
    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void documentIsReadBackAsWritten() {
        write(DocumentChange.put("mapping", "a", bytes("one")));

        assertThat(list("mapping", "")).containsExactly("a=one");
    }

    @Test
    void documentsSurviveARestart() {
        write(DocumentChange.put("mapping", "a", bytes("one")));
        fixture.reopen();

        assertThat(list("mapping", "")).containsExactly("a=one");
    }

    @Test
    void laterContentReplacesEarlier() {
        write(DocumentChange.put("mapping", "a", bytes("one")));
        write(DocumentChange.put("mapping", "a", bytes("two")));

        assertThat(list("mapping", "")).containsExactly("a=two");
    }

    @Test
    void removedDocumentIsGone() {
        write(DocumentChange.put("mapping", "a", bytes("one")));
        write(DocumentChange.remove("mapping", "a"));

        assertThat(list("mapping", "")).isEmpty();
    }

    @Test
    void documentsOfAnotherKindAreNotListed() {
        write(DocumentChange.put("map", "ping", bytes("one")));

        assertThat(list("mapping", "")).isEmpty();
    }

    @Test
    void documentsAreListedByPrefixInTheOrderOfTheirKeys() {
        write(
                DocumentChange.put("k", "b/2", bytes("2")),
                DocumentChange.put("k", "a/9", bytes("9")),
                DocumentChange.put("k", "b/1", bytes("1")));

        assertThat(list("k", "b/")).containsExactly("b/1=1", "b/2=2");
    }

    @Test
    void documentBeyondTheBoundIsRefused() {
        byte[] large = new byte[Document.CONTENT_BYTES_MAX + 1];

        assertThatThrownBy(() -> write(DocumentChange.put("k", "a", large)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void recordWrittenLaterStandsBehindTheLatestSequenceNumber() {
        TableDescription table = fixture.createTable("t", StreamViewType.KEYS_ONLY);
        String arn = Objects.requireNonNull(table.latestStreamArn());
        List<ShardDescription> shards = fixture.describeStream(arn).shards();
        List<BigInteger> latest = shards.stream().map(shard -> latest(arn, shard)).toList();
        fixture.put("t", "key", "value");

        assertThat(fixture.recordsOf("t"))
                .allSatisfy(record ->
                        assertThat(new BigInteger(record.sequenceNumber()))
                                .isGreaterThan(latest.getFirst()));
    }

    private BigInteger latest(String arn, ShardDescription shard) {
        return new BigInteger(
                fixture.engine()
                        .inside()
                        .latestSequenceNumber()
                        .execute(new LatestSequenceNumberRequest(arn, shard.shardId()))
                        .sequenceNumber());
    }

    private void write(DocumentChange... changes) {
        fixture.engine()
                .inside()
                .writeDocuments()
                .execute(new WriteDocumentsRequest(List.of(changes)));
    }

    private List<String> list(String kind, String prefix) {
        return fixture
                .engine()
                .inside()
                .readDocuments()
                .execute(new ReadDocumentsRequest(kind, prefix))
                .documents()
                .stream()
                .map(document -> document.key() + "=" + text(document))
                .toList();
    }

    private static String text(Document document) {
        return new String(document.content().bytes(), UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
