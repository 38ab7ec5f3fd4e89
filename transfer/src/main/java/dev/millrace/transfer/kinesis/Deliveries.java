package dev.millrace.transfer.kinesis;

import dev.millrace.engine.operation.AwaitOutboxNews;
import dev.millrace.engine.operation.ListOutboxes;
import dev.millrace.engine.operation.MeasureOutbox;
import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.Outbox;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.request.DisableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.EnableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// The Kinesis destinations of a server: the operations on them, and a thread for each outbox that
/// sends what is in it. Without a service that has streams there are no threads: changes wait.
///
/// An outbox whose table and stream have an older one waits until that is done with, so that a
/// stream that was enabled anew gets the changes of an item in their order.
public final class Deliveries implements AutoCloseable {
    /// A backlog is counted up to here.
    public static final long COUNTED_MAX = 100_000;

    private static final Duration NEWS_WAIT = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 100;

    private final KinesisEngine engine;
    private final Kinesis kinesis;
    private final ThreadFactory threads;
    private final DeliveryLog log;
    private final SentPositions positions;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<Integer, OutboxSender> senders = new ConcurrentHashMap<>();
    private final List<Thread> running = new ArrayList<>();

    private Deliveries(
            KinesisEngine engine, Kinesis kinesis, ThreadFactory threads, DeliveryLog log) {
        this.engine = engine;
        this.kinesis = kinesis;
        this.threads = threads;
        this.log = log;
        this.positions = new SentPositions(engine);
    }

    /// Begins to send what waits.
    public static Deliveries open(
            KinesisEngine engine, Kinesis kinesis, ThreadFactory threads, DeliveryLog log) {
        Deliveries deliveries = new Deliveries(engine, kinesis, threads, log);
        if (kinesis instanceof NoKinesis) {
            deliveries.tellWhatWaits();
        } else {
            deliveries.start(deliveries::watch);
        }
        return deliveries;
    }

    public Operation<EnableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
            enableKinesisStreamingDestination() {
        return new EnableKinesisStreamingDestination(engine, kinesis);
    }

    public Operation<DisableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
            disableKinesisStreamingDestination() {
        return engine.disable();
    }

    public Operation<UpdateKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse>
            updateKinesisStreamingDestination() {
        return engine.update();
    }

    public Operation<
                    DescribeKinesisStreamingDestinationRequest,
                    DescribeKinesisStreamingDestinationResponse>
            describeKinesisStreamingDestination() {
        return engine.describe();
    }

    /// How the sending from each outbox goes.
    public List<DeliveryReport> reports() {
        return outboxes().stream().map(this::report).toList();
    }

    /// Stops; what was not sent waits for the next start.
    @Override
    public void close() {
        end.countDown();
        List<Thread> all;
        synchronized (running) {
            all = List.copyOf(running);
        }
        all.forEach(Thread::interrupt);
        try {
            for (Thread thread : all) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tellWhatWaits() {
        int waiting = outboxes().size();
        if (waiting > 0) {
            log.trouble(
                    "Changes for "
                            + waiting
                            + " Kinesis destinations wait to be sent, for a day at most:"
                            + " start Millrace with the option kinesis-endpoint");
        }
    }

    private void start(Runnable work) {
        synchronized (running) {
            if (end.getCount() > 0) {
                running.removeIf(thread -> !thread.isAlive());
                Thread thread = threads.newThread(work);
                thread.start();
                running.add(thread);
            }
        }
    }

    // Looks for new outboxes, a few times a second while there are changes at all.
    private void watch() {
        try {
            forgetGone();
            long seen = -1;
            while (!end.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                seen = news(seen);
                startSenders();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // What a crash left behind, or a server without a service.
    private void forgetGone() {
        try {
            List<Integer> there = outboxes().stream().map(Outbox::id).toList();
            positions.ids().stream().filter(id -> !there.contains(id)).forEach(positions::remove);
        } catch (RuntimeException e) {
            log.fault("positions of outboxes that are gone were left behind", e);
        }
    }

    private long news(long seen) {
        return engine.awaitOutboxNews()
                .execute(new AwaitOutboxNews.Request(seen, NEWS_WAIT))
                .latest();
    }

    private void startSenders() {
        List<Outbox> outboxes = outboxes();
        for (int i = 0; i < outboxes.size(); i++) {
            Outbox outbox = outboxes.get(i);
            if (outboxes.subList(0, i).stream().noneMatch(older -> isSameWay(older, outbox))) {
                senders.computeIfAbsent(outbox.id(), this::startSender);
            }
        }
    }

    private static boolean isSameWay(Outbox older, Outbox outbox) {
        return older.tableUuid().equals(outbox.tableUuid())
                && older.streamArn().equals(outbox.streamArn());
    }

    private OutboxSender startSender(int id) {
        OutboxSender sender = new OutboxSender(id, engine, kinesis, log, new Pauses(end));
        start(() -> run(sender, id));
        return sender;
    }

    // A fault of ours rests for a while; the sender then begins where it was written down to be.
    private void run(OutboxSender sender, int id) {
        try {
            while (!runOnce(sender)) {
                if (end.await(Pauses.LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            senders.remove(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runOnce(OutboxSender sender) throws InterruptedException {
        try {
            sender.run();
            return true;
        } catch (RuntimeException e) {
            if (end.getCount() == 0) {
                throw new InterruptedException("the server ends");
            }
            log.fault("the sending of changes to a Kinesis stream rests for a while", e);
            return false;
        }
    }

    private List<Outbox> outboxes() {
        return engine.listOutboxes().execute(new ListOutboxes.Request()).outboxes();
    }

    private DeliveryReport report(Outbox outbox) {
        OutboxSender sender = senders.get(outbox.id());
        long sent = sender == null ? positions.of(outbox.id()) : sender.sent();
        MeasureOutbox.Response backlog =
                engine.measureOutbox()
                        .execute(new MeasureOutbox.Request(outbox.id(), sent, COUNTED_MAX));
        SenderFigures.Counts counts = sender == null ? SenderFigures.Counts.NONE : sender.counts();
        return new DeliveryReport(
                outbox.id(),
                outbox.tableName(),
                outbox.streamArn(),
                backlog.records(),
                backlog.age(),
                counts.delivered(),
                counts.failedCalls(),
                counts.refused());
    }
}
