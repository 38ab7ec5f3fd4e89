package dev.millrace.testkit.sut;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeTableRequest;
import dev.millrace.model.request.LegacyWrite;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.table.TableDescription;
import dev.millrace.model.table.TimeToLiveSpecification;
import dev.millrace.testkit.SystemUnderTest;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.stream.StreamContent;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// A system under test that is used through the API's typed requests.
public final class RequestSystem implements SystemUnderTest {
    private final ClientOperations client;
    private final TableChanges tableChanges;
    private final PagedReads reads;
    private final PastReads past;
    private final Batches batches;
    private final StreamReading streams;
    private final Runnable closing;
    private final Consumer<Instant> clock;
    private final Transactions transactions;
    private final Statements statements;

    /// A system that this client reaches, whose tables change at once, with nothing to close.
    public RequestSystem(ClientOperations client) {
        this(client, () -> {}, () -> {});
    }

    /// A system that this client reaches.
    ///
    /// @param pause done between two looks at a table that is still changing
    /// @param closing closes what the client needs
    public RequestSystem(ClientOperations client, Runnable pause, Runnable closing) {
        this(client, pause, closing, _ -> {});
    }

    /// A system that this client reaches.
    ///
    /// @param pause done between two looks at a table that is still changing
    /// @param closing closes what the client needs
    /// @param clock lets time pass up to a moment, and what is due by then happen
    public RequestSystem(
            ClientOperations client, Runnable pause, Runnable closing, Consumer<Instant> clock) {
        this.client = client;
        this.closing = closing;
        this.clock = clock;
        this.transactions = new Transactions(client);
        this.statements = new Statements(client);
        this.tableChanges = new TableChanges(client, pause);
        this.reads = new PagedReads(client);
        this.past = new PastReads(client, tableChanges, reads, pause);
        this.batches = new Batches(client);
        this.streams = new StreamReading(client);
    }

    @Override
    public Outcome apply(DatabaseOperation operation) {
        try {
            return new Outcome.Success(answer(operation));
        } catch (ApiException refused) {
            return Outcome.Failure.of(refused);
        }
    }

    @Override
    public List<StreamContent> streamsOf(String tableName) {
        return streams.streamsOf(tableName);
    }

    @Override
    public void close() {
        closing.run();
    }

    private Result answer(DatabaseOperation operation) {
        return switch (operation) {
            case DatabaseOperation.CreateTable create -> tableChanges.create(create);
            case DatabaseOperation.DeleteTable delete -> tableChanges.delete(delete);
            case DatabaseOperation.DescribeTable describe -> describe(describe);
            case DatabaseOperation.EnableStream enable -> tableChanges.update(Requests.of(enable));
            case DatabaseOperation.DisableStream disable ->
                    tableChanges.update(Requests.of(disable));
            case DatabaseOperation.Put put ->
                    new Result.Attributes(client.putItem(Requests.of(put)).attributes());
            case DatabaseOperation.Update update ->
                    new Result.Attributes(client.updateItem(Requests.of(update)).attributes());
            case DatabaseOperation.Delete delete ->
                    new Result.Attributes(client.deleteItem(Requests.of(delete)).attributes());
            case DatabaseOperation.Get get ->
                    new Result.Found(client.getItem(Requests.of(get)).item());
            case DatabaseOperation.LegacyWrite legacy -> legacy(legacy);
            case DatabaseOperation.LegacyRead legacy -> reads.legacy(legacy);
            case DatabaseOperation.Statement statement -> statements.answer(statement);
            case DatabaseOperation.StatementBatch batch -> statements.answer(batch);
            case DatabaseOperation.TransactWrite transaction -> transactions.write(transaction);
            case DatabaseOperation.TransactGet transaction -> transactions.get(transaction);
            case DatabaseOperation.SwitchTimeToLive change -> switchTimeToLive(change);
            case DatabaseOperation.PassUntil(var moment) -> pass(moment);
            case DatabaseOperation.OfPast operationOnPast -> past.apply(operationOnPast);
            case DatabaseOperation.BatchWrite batch -> batches.write(batch);
            case DatabaseOperation.BatchGet batch -> batches.get(batch);
            case DatabaseOperation.Query query -> reads.query(query);
            case DatabaseOperation.Scan scan -> reads.scan(scan);
            case DatabaseOperation.Search search ->
                    VectorRequests.resultOf(
                            client.searchVectors(VectorRequests.of(search)), search);
        };
    }

    private Result pass(Instant moment) {
        clock.accept(moment);
        return new Result.Done();
    }

    private Result switchTimeToLive(DatabaseOperation.SwitchTimeToLive change) {
        client.updateTimeToLive(
                new UpdateTimeToLiveRequest(
                        change.tableName(),
                        new TimeToLiveSpecification(change.enabled(), change.attributeName())));
        return new Result.Done();
    }

    private Result legacy(DatabaseOperation.LegacyWrite operation) {
        LegacyWrite legacy = LegacyRequests.legacy(operation);
        return switch (operation.write()) {
            case DatabaseOperation.Put put ->
                    new Result.Attributes(
                            client.putItem(LegacyRequests.of(put, legacy)).attributes());
            case DatabaseOperation.Update update ->
                    new Result.Attributes(
                            client.updateItem(LegacyRequests.of(update, legacy)).attributes());
            case DatabaseOperation.Delete delete ->
                    new Result.Attributes(
                            client.deleteItem(LegacyRequests.of(delete, legacy)).attributes());
            default -> throw new IllegalArgumentException("no write: " + operation.write());
        };
    }

    private Result describe(DatabaseOperation.DescribeTable describe) {
        TableDescription table =
                client.describeTable(new DescribeTableRequest(describe.tableName())).table();
        return new Result.Description(
                table.keySchema(),
                table.billingMode(),
                table.streamSpecification(),
                table.latestStreamArn() != null);
    }
}
