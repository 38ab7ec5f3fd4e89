package dev.millrace.consumers.kcl3;

import com.amazonaws.services.dynamodbv2.streamsadapter.AmazonDynamoDBStreamsAdapterClient;
import com.amazonaws.services.dynamodbv2.streamsadapter.StreamsSchedulerFactory;
import com.amazonaws.services.dynamodbv2.streamsadapter.polling.DynamoDBStreamsPollingConfig;

import dev.millrace.consumers.MovingTable;
import dev.millrace.consumers.SeenChanges;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.CoordinatorConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.StreamTracker;
import software.amazon.kinesis.retrieval.RetrievalConfig;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One worker of the library, reading the stream of a table from its beginning. Its intervals are
/// short, so that minutes of a real worker become seconds.
final class Consumer {
    private static final Region REGION = Region.US_EAST_1;
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration FAILOVER = Duration.ofSeconds(3);
    private static final Duration STOPPING_MAX = Duration.ofSeconds(60);

    private final DynamoDbStreamsClient streams;
    private final DynamoDbAsyncClient tables;
    private final CloudWatchAsyncClient unusedMetrics;
    private final Scheduler scheduler;
    private final Thread thread;

    /// Starts a worker.
    ///
    /// @param application workers with the same name share the stream's shards
    Consumer(String application, String worker, MovingTable table, SeenChanges seen) {
        streams = configured(DynamoDbStreamsClient.builder(), table.endpoint()).build();
        tables = configured(DynamoDbAsyncClient.builder(), table.endpoint()).build();
        unusedMetrics = configured(CloudWatchAsyncClient.builder(), table.endpoint()).build();
        scheduler = scheduler(application, worker, table.streamArn(), seen);
        thread = Thread.ofPlatform().name(worker).start(scheduler);
    }

    /// Lets the worker end what it is at and give its leases back.
    void close() {
        try {
            scheduler.startGracefulShutdown().get(STOPPING_MAX.toMillis(), TimeUnit.MILLISECONDS);
            thread.join(STOPPING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the worker did not stop", e);
        } finally {
            unusedMetrics.close();
            tables.close();
            streams.close();
        }
    }

    private Scheduler scheduler(
            String application, String worker, String streamArn, SeenChanges seen) {
        AmazonDynamoDBStreamsAdapterClient adapter =
                new AmazonDynamoDBStreamsAdapterClient(streams, REGION);
        StreamTracker tracker =
                StreamsSchedulerFactory.createSingleStreamTracker(
                        streamArn,
                        InitialPositionInStreamExtended.newInitialPosition(
                                InitialPositionInStream.TRIM_HORIZON));
        ConfigsBuilder configs =
                new ConfigsBuilder(
                        tracker,
                        application,
                        adapter,
                        tables,
                        unusedMetrics,
                        worker,
                        () -> new CheckpointingReader(seen));
        return StreamsSchedulerFactory.createScheduler(
                configs.checkpointConfig(),
                impatient(configs.coordinatorConfig()),
                impatient(configs.leaseManagementConfig()),
                configs.lifecycleConfig(),
                configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
                configs.processorConfig(),
                polling(configs.retrievalConfig(), adapter),
                adapter);
    }

    private static CoordinatorConfig impatient(CoordinatorConfig config) {
        return config.parentShardPollIntervalMillis(IDLE.toMillis())
                .shardConsumerDispatchPollIntervalMillis(IDLE.toMillis());
    }

    // A worker gets no leases before it has told how busy it is, which it does every 30 seconds.
    private static LeaseManagementConfig impatient(LeaseManagementConfig config) {
        config.workerUtilizationAwareAssignmentConfig()
                .workerMetricsReporterFreqInMillis(FAILOVER.toMillis());
        return config.failoverTimeMillis(FAILOVER.toMillis())
                .leaseAssignmentIntervalMillis(FAILOVER.toMillis())
                .shardSyncIntervalMillis(FAILOVER.toMillis());
    }

    private static RetrievalConfig polling(
            RetrievalConfig config, AmazonDynamoDBStreamsAdapterClient adapter) {
        DynamoDBStreamsPollingConfig polling = new DynamoDBStreamsPollingConfig(adapter);
        polling.idleTimeBetweenReadsInMillis(IDLE.toMillis());
        return config.retrievalSpecificConfig(polling);
    }

    private static <B extends AwsClientBuilder<B, C>, C> B configured(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(REGION)
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("local", "local")));
    }
}
