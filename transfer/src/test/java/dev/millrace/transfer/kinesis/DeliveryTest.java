package dev.millrace.transfer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.operation.Outbox;
import dev.millrace.model.value.Binary;
import dev.millrace.wire.destination.KinesisEntry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

class DeliveryTest {
    private static final Outbox OUTBOX =
            new Outbox(
                    1,
                    "orders",
                    "uuid",
                    "arn:aws:kinesis:us-east-1:000000000000:stream/s",
                    null,
                    false);

    private final ScriptedKinesis kinesis = new ScriptedKinesis();
    private final SenderFigures figures = new SenderFigures();
    private final List<String> told = new ArrayList<>();

    @Test
    void everythingIsSentOnceInOrder() {
        assertThat(deliver("a:1", "b:1", "a:2")).isEmpty();
        assertThat(kinesis.taken()).containsExactly("a:1", "b:1", "a:2");
    }

    @Test
    void onlyWhatWasRefusedIsSentAgainBeforeWhatIsBehindIt() {
        kinesis.refuseNext("a");
        assertThat(deliver("a:1", "b:1", "a:2")).containsExactly("Busy");
        assertThat(kinesis.taken()).containsExactly("b:1", "a:1", "a:2");
        assertThat(figures.counts()).isEqualTo(new SenderFigures.Counts(3, 1, 0));
    }

    @Test
    void requestWithoutAnAnswerIsSentAgain() {
        kinesis.failNext(KinesisException.passing("no answer", null));
        assertThat(deliver("a:1", "b:1")).containsExactly("no answer");
        assertThat(kinesis.requests()).containsExactly(2, 2);
        assertThat(kinesis.taken()).containsExactly("a:1", "b:1");
    }

    @Test
    void recordThatIsNeverTakenIsLeftOutAlone() {
        kinesis.failNext(KinesisException.refused("too large"));
        kinesis.refuseNext();
        kinesis.failNext(KinesisException.refused("too large"));
        assertThat(deliver("a:1", "b:1", "c:1")).isEmpty();
        assertThat(kinesis.taken()).containsExactly("a:1", "c:1");
        assertThat(figures.counts()).isEqualTo(new SenderFigures.Counts(2, 2, 1));
        assertThat(told)
                .containsExactly(
                        "A change of table orders is left out of Kinesis stream "
                                + OUTBOX.streamArn()
                                + ", which does not take it: too large");
    }

    // What went wrong on the way, request by request.
    private List<String> deliver(String... changes) {
        List<KinesisEntry> entries = Stream.of(changes).map(DeliveryTest::entry).toList();
        Delivery delivery = new Delivery(kinesis, OUTBOX, entries, figures, new ToldLog(told));
        List<String> troubles = new ArrayList<>();
        while (!delivery.isDone()) {
            @Nullable String trouble = delivery.sendNext();
            if (trouble != null) {
                troubles.add(trouble);
            }
        }
        return troubles;
    }

    private static KinesisEntry entry(String keyAndData) {
        String[] parts = keyAndData.split(":", 2);
        return new KinesisEntry(Binary.of(parts[1].getBytes(UTF_8)), parts[0]);
    }
}
