package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.AwaitOutboxNews;
import dev.millrace.engine.operation.Outbox;
import dev.millrace.engine.operation.ReadOutbox;
import dev.millrace.engine.operation.TrimOutbox;
import dev.millrace.model.destination.DestinationRecord;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// Sends what is in one outbox, page by page, until the outbox is done with or the server ends.
///
/// How far it has come is written down after the stream has taken a page, so a crash in between
/// repeats at most that page, in its order. Nothing else is kept in memory than a page. Rows that
/// were sent are removed many at a time, since each removal is a commit of its own.
final class OutboxSender {
    /// The most records of a page.
    static final int PAGE_RECORDS_MAX = Rounds.RECORDS_MAX;

    /// The most stored bytes of a page.
    static final long PAGE_BYTES_MAX = 2L << 20;

    /// After so many records, rows that were sent are removed.
    static final int TRIMMED_RECORDS = 10_000;

    /// And after so many bytes by DynamoDB's size formula.
    static final long TRIMMED_BYTES = 32L << 20;

    // A stream that is busy for a moment is not worth a line.
    private static final int FAILURES_TOLD = 3;
    private static final Duration NEWS_WAIT = Duration.ofSeconds(10);

    private final int id;
    private final KinesisEngine engine;
    private final Kinesis kinesis;
    private final SentPositions positions;
    private final DeliveryLog log;
    private final Pauses pauses;
    private final SenderFigures figures = new SenderFigures();
    private volatile long sent;
    private long saved;
    private int records;
    private long bytes;
    private int failures;

    OutboxSender(int id, KinesisEngine engine, Kinesis kinesis, DeliveryLog log, Pauses pauses) {
        this.id = id;
        this.engine = engine;
        this.kinesis = kinesis;
        this.positions = new SentPositions(engine);
        this.log = log;
        this.pauses = pauses;
    }

    /// The position up to which everything was sent.
    long sent() {
        return sent;
    }

    SenderFigures.Counts counts() {
        return figures.counts();
    }

    /// Sends until there will be nothing more.
    ///
    /// @throws InterruptedException if the server ends; what was not sent is for the next one
    void run() throws InterruptedException {
        sent = positions.of(id);
        saved = sent;
        while (sendPage()) {
            pauses.requireOpen();
        }
        positions.remove(id);
    }

    // False once the outbox is done with.
    private boolean sendPage() throws InterruptedException {
        long seen = news(-1, Duration.ZERO);
        ReadOutbox.Response page =
                engine.readOutbox()
                        .execute(
                                new ReadOutbox.Request(id, sent, PAGE_RECORDS_MAX, PAGE_BYTES_MAX));
        Outbox outbox = page.outbox();
        if (outbox == null) {
            return false;
        }
        if (!page.records().isEmpty()) {
            return send(outbox, page.records());
        }
        if (outbox.hasEnded() && !trim()) {
            return false;
        }
        news(seen, NEWS_WAIT);
        return true;
    }

    private boolean send(Outbox outbox, List<DestinationRecord> changes)
            throws InterruptedException {
        Delivery delivery =
                new Delivery(kinesis, outbox, Entries.of(outbox, changes), figures, log);
        while (!delivery.isDone()) {
            String trouble = delivery.sendNext();
            tell(outbox, trouble);
            if (trouble != null && !isThere()) {
                return false;
            }
        }
        sent = changes.getLast().position();
        save(outbox);
        records += changes.size();
        bytes += changes.stream().mapToLong(DestinationRecord::sizeBytes).sum();
        return (records < TRIMMED_RECORDS && bytes < TRIMMED_BYTES) || trim();
    }

    // While the engine takes no writes, nothing more is sent: it would be sent again.
    private void save(Outbox outbox) throws InterruptedException {
        while (saved != sent) {
            try {
                positions.save(id, sent);
                saved = sent;
            } catch (RuntimeException e) {
                tell(outbox, "how far it came cannot be written down: " + e.getMessage());
            }
        }
        tell(outbox, null);
    }

    private boolean trim() {
        records = 0;
        bytes = 0;
        return engine.trimOutbox().execute(new TrimOutbox.Request(id, sent)).isThere();
    }

    private boolean isThere() {
        return engine.readOutbox().execute(new ReadOutbox.Request(id, sent, 1, 0)).outbox() != null;
    }

    private void tell(Outbox outbox, @Nullable String trouble) throws InterruptedException {
        String way = "of table " + outbox.tableName() + " for Kinesis stream " + outbox.streamArn();
        if (trouble == null) {
            if (failures >= FAILURES_TOLD) {
                log.recovered("Changes " + way + " are sent again");
            }
            failures = 0;
            pauses.reset();
            return;
        }
        // What fails because the server ends is no trouble.
        pauses.requireOpen();
        failures++;
        if (failures == FAILURES_TOLD) {
            log.trouble("Changes " + way + " wait to be sent: " + trouble);
        }
        pauses.afterFailure();
    }

    private long news(long seen, Duration max) {
        return engine.awaitOutboxNews().execute(new AwaitOutboxNews.Request(seen, max)).latest();
    }
}
