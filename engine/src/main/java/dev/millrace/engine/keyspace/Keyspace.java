package dev.millrace.engine.keyspace;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.store.Family;
import dev.millrace.store.KeyRange;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

import java.util.List;

/// The families of the store and the keys in them.
public final class Keyspace {
    /// A stream's id and a shard's number.
    private static final int SHARD_BYTES = 2 * Integer.BYTES;

    /// A table's id, the beginning of its history, a day.
    private static final int BUCKET_BYTES = Integer.BYTES + Long.BYTES + Integer.BYTES;

    /// Format version, position, counters, catalog, request tokens.
    public static final Family META = new Family("meta", Family.Use.ROWS);

    /// Items, one row each.
    public static final Family ITEMS = new Family("items", Family.Use.ROWS);

    /// Stream records, one row each.
    public static final Family RECORDS =
            new Family("records", Family.Use.PASSING_RECORDS, SHARD_BYTES);

    /// When items expire, one row for each item that does.
    public static final Family EXPIRY = new Family("expiry", Family.Use.ROWS);

    /// Entries of secondary indexes, one row each.
    public static final Family INDEX = new Family("index", Family.Use.ROWS);

    /// What items were before each of their changes, one row a change, of tables whose history is
    /// kept.
    public static final Family HISTORY = new Family("history", Family.Use.RECORDS, BUCKET_BYTES);

    /// Items in backups, one row each.
    public static final Family BACKUPS = new Family("backups", Family.Use.RECORDS, Integer.BYTES);

    /// Changes that are still to be sent to Kinesis streams, one row each.
    public static final Family OUTBOX = new Family("outbox", Family.Use.RECORDS, Integer.BYTES);

    private static final int TABLE = 0x10;
    private static final int STREAM = 0x11;
    private static final int SHARD = 0x12;
    private static final int STATISTICS = 0x13;

    private static final int POLICY = 0x18;
    private static final int INDEX_STATISTICS = 0x19;
    private static final int BACKFILL = 0x1a;
    private static final int LEFTOVER = 0x20;

    private static final int DOCUMENT = 0x28;

    private Keyspace() {}

    /// The key in [#META] of the format version.
    public static byte[] formatKey() {
        return new byte[] {0x00};
    }

    /// The key in [#META] of the last position that the log gave out.
    public static byte[] positionKey() {
        return new byte[] {0x01};
    }

    /// The key in [#META] of the secret that seals shard iterators.
    public static byte[] secretKey() {
        return new byte[] {0x02};
    }

    /// The key in [#META] of the identifiers given out last.
    public static byte[] countersKey() {
        return new byte[] {0x03};
    }

    /// All families, as a store is to be opened with.
    public static List<Family> families() {
        return List.of(META, ITEMS, RECORDS, EXPIRY, INDEX, HISTORY, BACKUPS, OUTBOX);
    }

    /// The key in [#META] of a table.
    public static byte[] tableKey(int tableId) {
        return new TupleWriter().uint8(TABLE).uint32(tableId).toByteArray();
    }

    /// The range in [#META] of all tables.
    public static KeyRange tables() {
        return KeyRange.prefix(new byte[] {TABLE});
    }

    /// The key in [#META] of a stream.
    public static byte[] streamKey(int streamId) {
        return new TupleWriter().uint8(STREAM).uint32(streamId).toByteArray();
    }

    /// The range in [#META] of all streams.
    public static KeyRange streams() {
        return KeyRange.prefix(new byte[] {STREAM});
    }

    /// The key in [#META] of a shard.
    public static byte[] shardKey(int streamId, int shardNumber) {
        return new TupleWriter().uint8(SHARD).uint32(streamId).uint32(shardNumber).toByteArray();
    }

    /// The range in [#META] of all shards of all streams.
    public static KeyRange shards() {
        return KeyRange.prefix(new byte[] {SHARD});
    }

    /// The key in [#META] of a table's item count and size.
    public static byte[] statisticsKey(int tableId) {
        return new TupleWriter().uint8(STATISTICS).uint32(tableId).toByteArray();
    }

    /// The range in [#META] of all tables' counts and sizes.
    public static KeyRange statistics() {
        return KeyRange.prefix(new byte[] {STATISTICS});
    }

    /// The key in [#META] of an index's entry count and size.
    public static byte[] indexStatisticsKey(int tableId, int indexId) {
        return new TupleWriter()
                .uint8(INDEX_STATISTICS)
                .uint32(tableId)
                .uint32(indexId)
                .toByteArray();
    }

    /// The range in [#META] of the counts and sizes of all indexes of a table.
    public static KeyRange indexStatisticsOf(int tableId) {
        return KeyRange.prefix(
                new TupleWriter().uint8(INDEX_STATISTICS).uint32(tableId).toByteArray());
    }

    /// The range in [#META] of all indexes' counts and sizes.
    public static KeyRange indexStatistics() {
        return KeyRange.prefix(new byte[] {INDEX_STATISTICS});
    }

    /// The key in [#META] of how far a backfill has come: the row that it passed last.
    ///
    /// @param kind what is made of the items
    /// @param number tells backfills of one kind apart
    public static byte[] backfillKey(int tableId, int kind, int number) {
        return new TupleWriter()
                .uint8(BACKFILL)
                .uint32(tableId)
                .uint8(kind)
                .uint32(number)
                .toByteArray();
    }

    /// The range in [#META] of all backfills that have begun and not ended.
    public static KeyRange backfills() {
        return KeyRange.prefix(new byte[] {BACKFILL});
    }

    /// The range in [#META] of all such backfills of a table.
    public static KeyRange backfillsOf(int tableId) {
        return KeyRange.prefix(new TupleWriter().uint8(BACKFILL).uint32(tableId).toByteArray());
    }

    /// The key in [#META] of the policy of a table or stream.
    public static byte[] policyKey(String resourceArn) {
        return new TupleWriter().uint8(POLICY).raw(resourceArn.getBytes(UTF_8)).toByteArray();
    }

    /// The range in [#META] of all policies.
    public static KeyRange policies() {
        return KeyRange.prefix(new byte[] {POLICY});
    }

    /// The key in [#META] that remembers records whose space is still to be given back.
    public static byte[] leftoverKey(int streamId, int shardNumber) {
        return new TupleWriter().uint8(LEFTOVER).uint32(streamId).uint32(shardNumber).toByteArray();
    }

    /// The range in [#META] of all such reminders.
    public static KeyRange leftovers() {
        return KeyRange.prefix(new byte[] {LEFTOVER});
    }

    /// The range in [#META] of all shards of a stream.
    public static KeyRange shardsOf(int streamId) {
        return KeyRange.prefix(new TupleWriter().uint8(SHARD).uint32(streamId).toByteArray());
    }

    /// The range in [#ITEMS] of a table's items with hashes from `firstHash` to `lastHash`, both
    /// unsigned and inclusive.
    public static KeyRange itemsOf(int tableId, long firstHash, long lastHash) {
        return KeyRange.of(
                new TupleWriter().uint32(tableId).uint64(firstHash).toByteArray(),
                KeyRange.prefix(new TupleWriter().uint32(tableId).uint64(lastHash).toByteArray())
                        .to());
    }

    /// The key in [#META] of a document.
    public static byte[] documentKey(String kind, String name) {
        return documentPrefix(kind).raw(name.getBytes(UTF_8)).toByteArray();
    }

    /// The range in [#META] of the documents of a kind whose names begin with `namePrefix`.
    public static KeyRange documents(String kind, String namePrefix) {
        return KeyRange.prefix(documentKey(kind, namePrefix));
    }

    /// The name in a [#documentKey].
    public static String documentNameOf(byte[] key) {
        TupleReader tuple = new TupleReader(key);
        tuple.uint8();
        tuple.bytes();
        return new String(tuple.raw(tuple.remaining()), UTF_8);
    }

    private static TupleWriter documentPrefix(String kind) {
        return new TupleWriter().uint8(DOCUMENT).bytes(kind.getBytes(UTF_8));
    }

    /// The range in [#ITEMS] of all items of a table.
    public static KeyRange itemsOf(int tableId) {
        return KeyRange.prefix(new TupleWriter().uint32(tableId).toByteArray());
    }

    /// The range in [#INDEX] of all entries of a table's indexes.
    public static KeyRange entriesOf(int tableId) {
        return KeyRange.prefix(new TupleWriter().uint32(tableId).toByteArray());
    }

    /// The range in [#INDEX] of all entries of one index.
    public static KeyRange entriesOf(int tableId, int indexId) {
        return KeyRange.prefix(new TupleWriter().uint32(tableId).uint32(indexId).toByteArray());
    }

    /// The key in [#RECORDS] of one record. Positions are unsigned.
    public static byte[] recordKey(int streamId, int shardNumber, long position) {
        return new TupleWriter()
                .uint32(streamId)
                .uint32(shardNumber)
                .uint64(position)
                .toByteArray();
    }

    /// The range in [#RECORDS] of a shard's records whose position is greater than `position`.
    public static KeyRange recordsAfter(int streamId, int shardNumber, long position) {
        return KeyRange.of(
                recordKey(streamId, shardNumber, position + 1),
                KeyRange.prefix(shardPrefix(streamId, shardNumber)).to());
    }

    /// The range in [#RECORDS] of all records of a shard.
    public static KeyRange recordsOf(int streamId, int shardNumber) {
        return KeyRange.prefix(shardPrefix(streamId, shardNumber));
    }

    /// The range in [#RECORDS] of all records of a stream.
    public static KeyRange recordsOf(int streamId) {
        return KeyRange.prefix(new TupleWriter().uint32(streamId).toByteArray());
    }

    private static byte[] shardPrefix(int streamId, int shardNumber) {
        return new TupleWriter().uint32(streamId).uint32(shardNumber).toByteArray();
    }
}
