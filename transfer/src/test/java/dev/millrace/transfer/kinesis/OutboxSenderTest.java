package dev.millrace.transfer.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

class OutboxSenderTest {
    private final ScriptedKinesis kinesis = new ScriptedKinesis();
    private final List<String> told = new ArrayList<>();

    @Test
    void everythingIsSentPageByPageAndThePositionIsForgottenInTheEnd() throws InterruptedException {
        ListedOutbox outbox = new ListedOutbox(2 * OutboxSender.PAGE_RECORDS_MAX + 1);
        send(outbox);
        assertThat(kinesis.requests())
                .containsExactly(OutboxSender.PAGE_RECORDS_MAX, OutboxSender.PAGE_RECORDS_MAX, 1);
        assertThat(outbox.written()).hasSize(4).last().isEqualTo("");
    }

    @Test
    void rowsThatWereSentAreRemovedManyAtATime() throws InterruptedException {
        ListedOutbox outbox = new ListedOutbox(OutboxSender.TRIMMED_RECORDS + 1);
        send(outbox);
        assertThat(outbox.trims())
                .containsExactly(
                        (long) OutboxSender.TRIMMED_RECORDS,
                        (long) OutboxSender.TRIMMED_RECORDS + 1);
    }

    @Test
    void nothingIsSentTwiceBecauseThePositionCouldNotBeWrittenDown() throws InterruptedException {
        ListedOutbox outbox = new ListedOutbox(3);
        outbox.failWrites(3);
        send(outbox);
        assertThat(kinesis.taken()).hasSize(3);
        assertThat(told)
                .containsExactly(
                        "Changes of table orders for Kinesis stream arn wait to be sent: how far it"
                                + " came cannot be written down: no writes for now",
                        "Changes of table orders for Kinesis stream arn are sent again");
    }

    private void send(ListedOutbox outbox) throws InterruptedException {
        new OutboxSender(
                        ListedOutbox.ID,
                        outbox.engine(),
                        kinesis,
                        new ToldLog(told),
                        new Pauses(new CountDownLatch(1)))
                .run();
    }
}
