package dev.millrace.triggers.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.CreateTableRequest;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnItemCollectionMetrics;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.KeySchemaElement.KeyType;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Item;
import dev.millrace.store.memory.InMemoryStore;
import dev.millrace.triggers.destination.DeliveryException;
import dev.millrace.triggers.destination.FailureReport;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.mapping.MappingRequests;
import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.mapping.NewMapping;
import dev.millrace.triggers.mapping.StartingPosition;
import dev.millrace.wire.JsonInput;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;

/// An engine with one table, triggers on it, and a function in the test's own hands.
final class TriggerFixture implements AutoCloseable {
    private static final Pattern VALUES =
            Pattern.compile("\"NewImage\":\\{\"pk\":\\{\"S\":\"(.*?)\"");

    private final InMemoryStore store = new InMemoryStore(Keyspace.families());
    private final BlockingQueue<List<String>> received = new LinkedBlockingQueue<>();
    private final BlockingQueue<FailureReport> reports = new LinkedBlockingQueue<>();
    private volatile BiFunction<List<String>, Invocation, Outcome> behaviour =
            (_, _) -> answered("");
    private volatile boolean faultsAreExpected;
    private volatile boolean refusesReports;
    private final AtomicInteger brokenReads = new AtomicInteger();
    private long lives;
    private Engine engine = Engine.open(options(), store);
    private final String streamArn = createTable();
    private Triggers triggers = Triggers.open(surroundings());

    Triggers triggers() {
        return triggers;
    }

    String streamArn() {
        return streamArn;
    }

    /// What the function does with the keys of a batch from now on.
    void behave(Function<List<String>, Outcome> next) {
        behaviour = (keys, _) -> next.apply(keys);
    }

    /// What the function does with the keys of a batch, and all that it is called with.
    void behaveWith(BiFunction<List<String>, Invocation, Outcome> next) {
        behaviour = next;
    }

    Engine engine() {
        return engine;
    }

    MappingView map(StartingPosition position, MappingSettings settings) {
        return map(position, settings, Map.of());
    }

    MappingView map(StartingPosition position, MappingSettings settings, Map<String, String> tags) {
        return triggers.create(
                new NewMapping(new FunctionName("f", null), streamArn, position, settings, tags));
    }

    void put(String key) {
        engine.putItem()
                .execute(
                        new PutItemRequest(
                                "t",
                                Item.of(Map.of("pk", new AttributeValue.S(key))),
                                null,
                                ExpressionAttributes.NONE,
                                ReturnValues.NONE,
                                ReturnValuesOnConditionCheckFailure.NONE,
                                ReturnConsumedCapacity.NONE,
                                ReturnItemCollectionMetrics.NONE));
    }

    /// The keys of the next batch that the function is called with.
    List<String> nextBatch() throws InterruptedException {
        return Objects.requireNonNull(
                received.poll(20, TimeUnit.SECONDS), "the function was not called");
    }

    /// The keys of the next batches, until there are so many.
    List<String> nextKeys(int count) throws InterruptedException {
        List<String> keys = new ArrayList<>();
        while (keys.size() < count) {
            keys.addAll(nextBatch());
        }
        return keys;
    }

    /// Lets no report be delivered from now on.
    void refuseReports() {
        faultsAreExpected = true;
        refusesReports = true;
    }

    private void take(FailureReport report) {
        if (refusesReports) {
            throw new DeliveryException("nobody is there", null);
        }
        reports.add(report);
    }

    /// Trims all records that there are.
    void trimEverything() {
        Instant later = Instant.now().plusMillis(2);
        while (Instant.now().isBefore(later)) {
            Thread.onSpinWait();
        }
        engine.shards().trim().execute(new TrimStream.Request(streamArn, later));
    }

    boolean isQuiet() {
        return received.isEmpty();
    }

    FailureReport nextReport() throws InterruptedException {
        return Objects.requireNonNull(reports.poll(20, TimeUnit.SECONDS), "nothing was reported");
    }

    /// Closes everything but the store, and opens it again.
    void restart() {
        triggers.close();
        engine.close();
        engine = Engine.open(options(), store);
        triggers = Triggers.open(surroundings());
    }

    /// Lets the next reads of records break, as if by a fault of the server.
    void breakReads(int count) {
        faultsAreExpected = true;
        brokenReads.set(count);
    }

    // What reads of records go through.
    private GetRecordsResponse read(Engine of, GetRecordsRequest request) {
        if (brokenReads.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("a read broke");
        }
        return of.getRecords().execute(request);
    }

    /// Ends everything but the store in the middle of what it does, and opens it again. What was
    /// under way goes on and finds nothing that it could still change.
    void kill() {
        faultsAreExpected = true;
        engine.close();
        engine = Engine.open(options(), store);
        triggers = Triggers.open(surroundings());
    }

    static Outcome answered(String body) {
        return new Outcome.Answered(Binary.of(body.getBytes(UTF_8)));
    }

    static MappingSettings settings(String json) {
        byte[] body = json.getBytes(UTF_8);
        return MappingRequests.update(new JsonInput(body, 0, body.length))
                .settings()
                .apply(MappingSettings.DEFAULTS);
    }

    private Surroundings surroundings() {
        Engine of = engine;
        return new Surroundings(
                new StreamOperations(
                        engine.describeStream(),
                        engine.getShardIterator(),
                        request -> read(of, request),
                        engine.inside().latestSequenceNumber(),
                        engine.inside().readDocuments(),
                        engine.inside().writeDocuments(),
                        engine.inside().grantToken(),
                        engine.inside().revokeTokens(),
                        engine.inside().measureLag()),
                new LambdaNames("us-east-1", "000000000000"),
                (name, _) -> name.equals("f") ? this::call : null,
                _ -> this::take,
                InstantSource.system(),
                // One of its own for each life, as a server has it: what it makes up is unique.
                new Random(++lives),
                Thread.ofVirtual().factory(),
                (_, failure) -> {
                    if (!faultsAreExpected) {
                        throw new AssertionError(failure);
                    }
                });
    }

    private Outcome call(Invocation invocation) {
        List<String> keys =
                VALUES.matcher(new String(invocation.payload().bytes(), UTF_8))
                        .results()
                        .map(match -> match.group(1))
                        .toList();
        Outcome outcome = behaviour.apply(keys, invocation);
        received.add(keys);
        return outcome;
    }

    private String createTable() {
        return Objects.requireNonNull(
                createTable("t", new StreamSpecification(true, StreamViewType.NEW_AND_OLD_IMAGES)));
    }

    /// Creates a table whose key is the text `pk`.
    ///
    /// @return the ARN of its stream; null if it has none
    @Nullable String createTable(String name, @Nullable StreamSpecification stream) {
        return engine.createTable()
                .execute(
                        new CreateTableRequest(
                                name,
                                List.of(new AttributeDefinition("pk", ScalarType.S)),
                                List.of(new KeySchemaElement("pk", KeyType.HASH)),
                                BillingMode.PAY_PER_REQUEST,
                                null,
                                stream))
                .tableDescription()
                .latestStreamArn();
    }

    private static EngineOptions options() {
        return EngineOptions.of("us-east-1", "000000000000", new Random(7));
    }

    @Override
    public void close() {
        triggers.close();
        engine.close();
        store.close();
    }
}
