package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.IndexShape;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;

import java.util.List;
import java.util.Set;

/// The oracle: a database of tables and streams that does what the API's description says, in the
/// plainest way, one operation at a time.
public final class ReferenceDatabase {
    private final ReferenceTables tables = new ReferenceTables();
    private final ReferenceWrites writes = new ReferenceWrites(tables);
    private final ReferenceReads reads = new ReferenceReads(tables);
    private final ReferenceStatements statements = new ReferenceStatements(tables, writes, reads);
    private final ReferenceBatches batches = new ReferenceBatches(tables);
    private final ReferenceTransactions transactions = new ReferenceTransactions(tables);
    private final ReferencePast past = new ReferencePast(tables);

    /// Does one operation and tells what must come of it.
    public Outcome apply(DatabaseOperation operation) {
        try {
            return new Outcome.Success(answer(operation));
        } catch (ApiException refused) {
            return Outcome.Failure.of(refused);
        }
    }

    /// The names of the tables that exist.
    public Set<String> tableNames() {
        return tables.names();
    }

    /// The names of the tables that have or had a stream, also of those deleted since.
    public Set<String> tableNamesWithStreams() {
        return tables.streamNames();
    }

    /// All items of a table in key order.
    public List<Item> items(String tableName) {
        return tables.require(tableName).snapshot();
    }

    /// The indexes of a table.
    public List<IndexShape> indexes(String tableName) {
        return tables.require(tableName).indexes().stream().map(ReferenceIndex::shape).toList();
    }

    /// The key schema of a table.
    public KeySchema keySchema(String tableName) {
        return tables.require(tableName).keySchema();
    }

    /// The streams that tables of this name have had, oldest first.
    public List<ReferenceStream> streamsOf(String tableName) {
        return tables.streamsOf(tableName);
    }

    private Result answer(DatabaseOperation operation) {
        return switch (operation) {
            case DatabaseOperation.CreateTable create -> tables.create(create);
            case DatabaseOperation.DeleteTable delete -> tables.delete(delete);
            case DatabaseOperation.DescribeTable describe -> tables.describe(describe);
            case DatabaseOperation.EnableStream enable -> tables.enable(enable);
            case DatabaseOperation.DisableStream disable -> tables.disable(disable);
            case DatabaseOperation.Put put -> writes.put(put);
            case DatabaseOperation.Update update -> writes.update(update);
            case DatabaseOperation.Delete delete -> writes.delete(delete);
            case DatabaseOperation.Get get -> reads.get(get);
            case DatabaseOperation.LegacyWrite legacy -> answer(ReferenceLegacy.modern(legacy));
            case DatabaseOperation.LegacyRead legacy -> answer(ReferenceLegacy.modern(legacy));
            case DatabaseOperation.Statement statement -> statements.answer(statement);
            case DatabaseOperation.StatementBatch(var batch) ->
                    new Result.Each(batch.stream().map(this::apply).toList());
            case DatabaseOperation.TransactWrite transaction -> transactions.write(transaction);
            case DatabaseOperation.TransactGet transaction -> transactions.get(transaction);
            case DatabaseOperation.SwitchTimeToLive change -> tables.switchTimeToLive(change);
            case DatabaseOperation.PassUntil pass -> tables.expire(pass.moment());
            case DatabaseOperation.OfPast operationOnPast -> past.apply(operationOnPast);
            case DatabaseOperation.BatchWrite batch -> batches.write(batch);
            case DatabaseOperation.BatchGet batch -> batches.get(batch);
            case DatabaseOperation.Query query -> reads.query(query);
            case DatabaseOperation.Scan scan -> reads.scan(scan);
            case DatabaseOperation.Search search ->
                    tables.require(search.tableName()).vectors(search.index()).search(search);
        };
    }
}
