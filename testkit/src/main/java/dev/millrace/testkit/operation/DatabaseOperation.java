package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.KeyCondition;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One operation on a database, independent of the API's request forms.
public sealed interface DatabaseOperation {
    /// Creates a table and waits until it is active.
    ///
    /// @param streamViewType null for a table without stream
    record CreateTable(
            String tableName,
            KeySchema keySchema,
            BillingMode billingMode,
            @Nullable StreamViewType streamViewType,
            List<IndexShape> indexes,
            List<VectorShape> vectors)
            implements DatabaseOperation {
        /// Creates a table without indexes of vectors.
        public CreateTable(
                String tableName,
                KeySchema keySchema,
                BillingMode billingMode,
                @Nullable StreamViewType streamViewType,
                List<IndexShape> indexes) {
            this(tableName, keySchema, billingMode, streamViewType, indexes, List.of());
        }
    }

    /// Deletes a table and waits until it is gone.
    record DeleteTable(String tableName) implements DatabaseOperation {}

    /// Describes a table.
    record DescribeTable(String tableName) implements DatabaseOperation {}

    /// Enables the stream of a table.
    record EnableStream(String tableName, StreamViewType streamViewType)
            implements DatabaseOperation {}

    /// Disables the stream of a table.
    record DisableStream(String tableName) implements DatabaseOperation {}

    /// Writes a whole item.
    ///
    /// @param showsItemOnFailure whether a failed condition's error shows the item
    record Put(
            String tableName,
            Item item,
            @Nullable Condition condition,
            ReturnValues returnValues,
            boolean showsItemOnFailure)
            implements DatabaseOperation {}

    /// Changes attributes of one item.
    ///
    /// @param actions empty for an update without expression
    /// @param showsItemOnFailure whether a failed condition's error shows the item
    record Update(
            String tableName,
            Item key,
            List<UpdateAction> actions,
            @Nullable Condition condition,
            ReturnValues returnValues,
            boolean showsItemOnFailure)
            implements DatabaseOperation {}

    /// Deletes one item.
    ///
    /// @param showsItemOnFailure whether a failed condition's error shows the item
    record Delete(
            String tableName,
            Item key,
            @Nullable Condition condition,
            ReturnValues returnValues,
            boolean showsItemOnFailure)
            implements DatabaseOperation {}

    /// Reads one item.
    ///
    /// @param projection empty for the whole item
    record Get(String tableName, Item key, List<DocumentPath> projection)
            implements DatabaseOperation {}

    /// A write with legacy parameters, which say the same as the condition of the expectations and
    /// the actions of `write`.
    ///
    /// @param any whether one expectation is enough
    /// @param write a Put, an Update of whole attributes or a Delete, without a condition
    record LegacyWrite(List<Expectation> expected, boolean any, DatabaseOperation write)
            implements DatabaseOperation {}

    /// A read with legacy parameters, which say the same as its key condition, its projection and
    /// the conditions of `filter`.
    ///
    /// @param filter all with an operator
    /// @param any whether one of them is enough
    /// @param read a Query or a Scan without a filter, whose projection names whole attributes
    record LegacyRead(List<Expectation> filter, boolean any, DatabaseOperation read)
            implements DatabaseOperation {}

    /// A statement of PartiQL.
    ///
    /// @param plain what says the same, but for the differences between the two languages: a Put
    ///   for an INSERT, an Update or Delete, or a Get, Query or Scan
    /// @param literal whether values are written as literals where there are literals of their type
    /// @param orderBy the sort key that a query is ordered by; null for none
    record Statement(DatabaseOperation plain, boolean literal, @Nullable String orderBy)
            implements DatabaseOperation {}

    /// Statements of PartiQL that write, each on its own, about different items.
    record StatementBatch(List<Statement> statements) implements DatabaseOperation {}

    /// Writes and checks several items, all or none.
    record TransactWrite(List<TransactAction> actions) implements DatabaseOperation {}

    /// Reads several items at one moment.
    record TransactGet(List<Get> reads) implements DatabaseOperation {}

    /// Switches the expiry of a table's items on or off.
    record SwitchTimeToLive(String tableName, boolean enabled, String attributeName)
            implements DatabaseOperation {}

    /// Lets time pass until `moment`, unless it is later already, and what is due by then happen.
    record PassUntil(Instant moment) implements DatabaseOperation {}

    /// An operation on the past of a table.
    sealed interface OfPast extends DatabaseOperation {
        /// The table, which may be gone.
        String tableName();
    }

    /// Makes a backup of a table, which takes the place of the one before it.
    record BackUp(String tableName) implements OfPast {}

    /// Reads all items of the table's last backup, if there ever was one.
    record ReadBackup(String tableName) implements OfPast {}

    /// Switches the recovery of a table to a point in time on or off.
    record SwitchRecovery(String tableName, boolean enabled) implements OfPast {}

    /// Remembers the present moment of a table in place of the one before it.
    record MarkMoment(String tableName) implements OfPast {}

    /// Reads all items that a table had at the moment that was remembered last, if there is one.
    record ReadMoment(String tableName) implements OfPast {}

    /// Puts and deletes several items.
    record BatchWrite(Map<String, List<WriteRequest>> writes) implements DatabaseOperation {}

    /// Reads several items.
    record BatchGet(Map<String, KeysToRead> reads) implements DatabaseOperation {}

    /// What a BatchGet reads of one table.
    ///
    /// @param projection empty for whole items
    record KeysToRead(List<Item> keys, List<DocumentPath> projection) {}

    /// Reads the items of one partition key, page by page to the end.
    ///
    /// @param indexName null for the table itself
    /// @param projection empty for whole items
    /// @param limit items evaluated in one page; null for no limit
    /// @param countsOnly whether only the counts are asked for
    record Query(
            String tableName,
            KeyCondition keyCondition,
            @Nullable Condition filter,
            List<DocumentPath> projection,
            @Nullable Integer limit,
            boolean forward,
            boolean countsOnly,
            @Nullable String indexName)
            implements DatabaseOperation {}

    /// Searches an index of vectors.
    ///
    /// @param partition null to leave it out, which is refused
    /// @param filter null to look at all entries of the partition
    record Search(
            String tableName,
            VectorShape index,
            List<Decimal> vector,
            int topK,
            @Nullable AttributeValue partition,
            @Nullable AttributeValue filter)
            implements DatabaseOperation {}

    /// Reads all items of a table, page by page and segment by segment to the end.
    ///
    /// @param projection empty for whole items
    /// @param limit items evaluated in one page; null for no limit
    /// @param totalSegments null for a scan without segments
    /// @param countsOnly whether only the counts are asked for
    /// @param indexName null for the table itself
    record Scan(
            String tableName,
            @Nullable Condition filter,
            List<DocumentPath> projection,
            @Nullable Integer limit,
            @Nullable Integer totalSegments,
            boolean countsOnly,
            @Nullable String indexName)
            implements DatabaseOperation {
        /// The scan of whole items without filter, pages or segments.
        public static Scan whole(String tableName) {
            return wholeIndex(tableName, null);
        }

        /// The scan of whole entries of an index, or of whole items for null, without filter, pages
        /// or segments.
        public static Scan wholeIndex(String tableName, @Nullable String indexName) {
            return new Scan(tableName, null, List.of(), null, null, false, indexName);
        }
    }
}
