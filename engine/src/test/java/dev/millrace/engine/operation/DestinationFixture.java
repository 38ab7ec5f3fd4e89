package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.DestinationOperations;
import dev.millrace.engine.EngineFixture;
import dev.millrace.engine.TableBehaviour;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationRecord;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.destination.KinesisDataStreamDestination;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.request.DisableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.EnableKinesisStreamingDestinationRequest;
import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.store.memory.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;

/// An engine, and short forms of what is asked for the Kinesis destinations of its table `orders`.
/// Closing it verifies the store.
final class DestinationFixture implements AutoCloseable {
    static final String ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/changes";
    static final String OTHER = "arn:aws:kinesis:us-east-1:000000000000:stream/other";
    static final Duration DELAY = Duration.ofSeconds(10);

    private final EngineFixture fixture;

    DestinationFixture() {
        this(Duration.ZERO);
    }

    /// @param delay how long passing statuses last
    DestinationFixture(Duration delay) {
        fixture =
                new EngineFixture(
                        new InMemoryStore(Keyspace.families()),
                        new TableBehaviour(delay, Duration.ofSeconds(30), false));
        fixture.createTable("orders", null);
    }

    EngineFixture engine() {
        return fixture;
    }

    @Override
    public void close() {
        assertThat(StoreVerifier.verify(fixture.store()).violations()).isEmpty();
        fixture.close();
    }

    DestinationOperations operations() {
        return fixture.engine().inside().destinations();
    }

    DestinationStatus enable(String arn, @Nullable String failure) {
        return operations()
                .enable()
                .execute(
                        new EnableDestination.Request(
                                new EnableKinesisStreamingDestinationRequest("orders", arn, null),
                                failure))
                .destinationStatus();
    }

    DestinationStatus disable(String arn) {
        return operations()
                .disable()
                .execute(new DisableKinesisStreamingDestinationRequest("orders", arn, false))
                .destinationStatus();
    }

    void update(String arn, ApproximateCreationDateTimePrecision precision) {
        operations()
                .update()
                .execute(new UpdateKinesisStreamingDestinationRequest("orders", arn, precision));
    }

    List<KinesisDataStreamDestination> shown() {
        return operations()
                .describe()
                .execute(new DescribeKinesisStreamingDestinationRequest("orders"))
                .destinations();
    }

    List<DestinationStatus> statuses() {
        return shown().stream().map(KinesisDataStreamDestination::status).toList();
    }

    List<DestinationRecord> records(int id) {
        return operations()
                .readOutbox()
                .execute(new ReadOutbox.Request(id, 0, 100, Long.MAX_VALUE))
                .records();
    }

    boolean trim(int id, long position) {
        return operations().trimOutbox().execute(new TrimOutbox.Request(id, position)).isThere();
    }

    long news(long seen) {
        return operations()
                .awaitOutboxNews()
                .execute(new AwaitOutboxNews.Request(seen, Duration.ofSeconds(10)))
                .latest();
    }
}
