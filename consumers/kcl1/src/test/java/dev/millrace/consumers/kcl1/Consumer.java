package dev.millrace.consumers.kcl1;

import com.amazonaws.auth.AWSCredentialsProvider;
import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.amazonaws.client.builder.AwsClientBuilder.EndpointConfiguration;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDB;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBClientBuilder;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreams;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBStreamsClientBuilder;
import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsWorkerFactory;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.InitialPositionInStream;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.KinesisClientLibConfiguration;
import com.amazonaws.services.kinesis.clientlibrary.lib.worker.Worker;
import com.amazonaws.services.kinesis.metrics.impl.NullMetricsFactory;

import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One worker of the library, reading the stream of a table from its beginning. Its intervals are
/// short, so that minutes of a real worker become seconds.
final class Consumer {
    private static final String REGION = "us-east-1";
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration FAILOVER = Duration.ofSeconds(3);
    private static final Duration STOPPING_MAX = Duration.ofSeconds(60);
    private static final AWSCredentialsProvider CREDENTIALS =
            new AWSStaticCredentialsProvider(new BasicAWSCredentials("local", "local"));

    private final AmazonDynamoDBStreams streams;
    private final AmazonDynamoDB tables;
    private final ExecutorService shards = Executors.newCachedThreadPool();
    private final Worker worker;
    private final Thread thread;

    /// Starts a worker.
    ///
    /// @param application workers with the same name share the stream's shards
    Consumer(String application, String name, MovingTable table, SeenChanges seen) {
        EndpointConfiguration endpoint =
                new EndpointConfiguration(table.endpoint().toString(), REGION);
        streams =
                AmazonDynamoDBStreamsClientBuilder.standard()
                        .withEndpointConfiguration(endpoint)
                        .withCredentials(CREDENTIALS)
                        .build();
        tables =
                AmazonDynamoDBClientBuilder.standard()
                        .withEndpointConfiguration(endpoint)
                        .withCredentials(CREDENTIALS)
                        .build();
        worker =
                StreamsWorkerFactory.createDynamoDbStreamsWorker(
                        () -> new CheckpointingReader(seen),
                        configuration(application, name, table.streamArn()),
                        new AmazonDynamoDBStreamsAdapterClient(streams),
                        tables,
                        new NullMetricsFactory(),
                        shards);
        thread = Thread.ofPlatform().name(name).start(worker);
    }

    /// Lets the worker end what it is at and give its leases back.
    void close() {
        try {
            worker.startGracefulShutdown().get(STOPPING_MAX.toMillis(), TimeUnit.MILLISECONDS);
            thread.join(STOPPING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the worker did not stop", e);
        } finally {
            shards.shutdown();
            tables.shutdown();
            streams.shutdown();
        }
    }

    @SuppressWarnings("deprecation") // As its own guides begin; the other has thirty arguments.
    private static KinesisClientLibConfiguration configuration(
            String application, String name, String streamArn) {
        return new KinesisClientLibConfiguration(application, streamArn, CREDENTIALS, name)
                .withInitialPositionInStream(InitialPositionInStream.TRIM_HORIZON)
                .withIdleTimeBetweenReadsInMillis(IDLE.toMillis())
                .withParentShardPollIntervalMillis(IDLE.toMillis())
                .withShardSyncIntervalMillis(FAILOVER.toMillis())
                .withFailoverTimeMillis(FAILOVER.toMillis())
                .withCallProcessRecordsEvenForEmptyRecordList(false);
    }
}
