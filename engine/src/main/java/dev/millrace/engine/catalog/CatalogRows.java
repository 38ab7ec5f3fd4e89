package dev.millrace.engine.catalog;

import dev.millrace.engine.backfill.Backfill;
import dev.millrace.engine.backfill.BackfillProgress;
import dev.millrace.engine.backfill.BackfillStep;
import dev.millrace.engine.keyspace.BackupKeys;
import dev.millrace.engine.keyspace.CorruptRowException;
import dev.millrace.engine.keyspace.ExpiryKeys;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.OutboxKeys;
import dev.millrace.store.Cursor;
import dev.millrace.store.Direction;
import dev.millrace.store.KeyRange;
import dev.millrace.store.Reader;
import dev.millrace.store.WriteBatch;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/// The catalog in the store: read whole at start, written change by change.
public final class CatalogRows {
    private static final byte[] NOTHING = {};

    private CatalogRows() {}

    /// Reads the whole catalog.
    public static CatalogState load(Reader store) {
        List<CatalogChange> rows = new ArrayList<>();
        read(store, Keyspace.tables(), TableRow::decode, CatalogChange.PutTable::new, rows);
        read(store, Keyspace.streams(), StreamRow::decode, CatalogChange.PutStream::new, rows);
        read(store, Keyspace.shards(), ShardRow::decode, CatalogChange.PutShard::new, rows);
        read(store, Keyspace.policies(), PolicyRow::decode, Function.identity(), rows);
        read(store, BackupKeys.backups(), BackupRow::decode, CatalogChange.PutBackup::new, rows);
        read(
                store,
                OutboxKeys.destinations(),
                KinesisDestinationRow::decode,
                CatalogChange.PutDestination::new,
                rows);
        readLeftovers(store, rows);
        byte[] counters = store.get(Keyspace.META, Keyspace.countersKey());
        return CatalogState.EMPTY.with(
                rows, counters == null ? Counters.NONE : Counters.decode(counters));
    }

    /// Adds to `batch` what `changes` do to the rows, and the counters of the picture after them.
    public static void write(List<CatalogChange> changes, Counters counters, WriteBatch batch) {
        changes.forEach(change -> write(change, batch));
        batch.put(Keyspace.META, Keyspace.countersKey(), counters.encode());
    }

    private static void write(CatalogChange change, WriteBatch batch) {
        switch (change) {
            case CatalogChange.PutTable(Table table) ->
                    batch.put(Keyspace.META, Keyspace.tableKey(table.id()), TableRow.encode(table));
            case CatalogChange.RemoveTable(Table table) -> remove(table, batch);
            case CatalogChange.RemoveIndex(Table table, int indexId) ->
                    remove(table, indexId, batch);
            case CatalogChange.PutStream(Stream stream) ->
                    batch.put(
                            Keyspace.META,
                            Keyspace.streamKey(stream.id()),
                            StreamRow.encode(stream));
            case CatalogChange.PutShard(Shard shard) ->
                    batch.put(
                            Keyspace.META,
                            Keyspace.shardKey(shard.streamId(), shard.number()),
                            ShardRow.encode(shard));
            case CatalogChange.RemoveShard(Shard shard) -> remove(shard, batch);
            case CatalogChange.RemoveStream(Stream stream) -> remove(stream, batch);
            case CatalogChange.PutLeftover(Leftover leftover) ->
                    batch.put(Keyspace.META, leftover.key(), NOTHING);
            case CatalogChange.RemoveLeftover(Leftover leftover) ->
                    batch.delete(Keyspace.META, leftover.key());
            case CatalogChange.PutExpiries(var keys) ->
                    keys.forEach(key -> batch.put(Keyspace.EXPIRY, key, NOTHING));
            case CatalogChange.RemoveExpiries(int tableId) ->
                    batch.deleteRange(Keyspace.EXPIRY, ExpiryKeys.ofTable(tableId));
            case CatalogChange.PutBackup(Backup backup) ->
                    batch.put(
                            Keyspace.META,
                            BackupKeys.backupKey(backup.id()),
                            BackupRow.encode(backup));
            case CatalogChange.RemoveBackup(Backup backup) ->
                    batch.delete(Keyspace.META, BackupKeys.backupKey(backup.id()));
            case CatalogChange.PutLeftoverRange(LeftoverRange leftover) ->
                    batch.put(Keyspace.META, leftover.key(), leftover.value());
            case CatalogChange.RemoveLeftoverRange(LeftoverRange leftover) ->
                    batch.delete(Keyspace.META, leftover.key());
            case CatalogChange.PutDestination(KinesisDestination destination) ->
                    batch.put(
                            Keyspace.META,
                            OutboxKeys.destinationKey(destination.id()),
                            KinesisDestinationRow.encode(destination));
            case CatalogChange.RemoveDestination(int id) -> {
                batch.delete(Keyspace.META, OutboxKeys.destinationKey(id));
                batch.deleteRange(Keyspace.OUTBOX, OutboxKeys.of(id));
            }
            case CatalogChange.TrimOutbox(int id, long position) ->
                    batch.deleteRange(Keyspace.OUTBOX, OutboxKeys.upTo(id, position));
            case CatalogChange.PutPolicy put ->
                    batch.put(
                            Keyspace.META,
                            Keyspace.policyKey(put.resourceArn()),
                            PolicyRow.encode(put));
            case CatalogChange.RemovePolicy(String arn) ->
                    batch.delete(Keyspace.META, Keyspace.policyKey(arn));
        }
    }

    private static void remove(Table table, WriteBatch batch) {
        batch.delete(Keyspace.META, Keyspace.tableKey(table.id()));
        batch.delete(Keyspace.META, Keyspace.statisticsKey(table.id()));
        batch.deleteRange(Keyspace.META, Keyspace.backfillsOf(table.id()));
        batch.deleteRange(Keyspace.ITEMS, Keyspace.itemsOf(table.id()));
        batch.deleteRange(Keyspace.EXPIRY, ExpiryKeys.ofTable(table.id()));
        if (table.indexes().lastId() > 0) {
            batch.deleteRange(Keyspace.META, Keyspace.indexStatisticsOf(table.id()));
            batch.deleteRange(Keyspace.INDEX, Keyspace.entriesOf(table.id()));
        }
    }

    private static void remove(Table table, int indexId, WriteBatch batch) {
        batch.deleteRange(Keyspace.INDEX, Keyspace.entriesOf(table.id(), indexId));
        batch.delete(Keyspace.META, Keyspace.indexStatisticsKey(table.id(), indexId));
        BackfillProgress.write(
                new BackfillStep(Backfill.ofIndex(table.id(), indexId), null), batch);
    }

    private static void remove(Shard shard, WriteBatch batch) {
        batch.delete(Keyspace.META, Keyspace.shardKey(shard.streamId(), shard.number()));
    }

    private static void remove(Stream stream, WriteBatch batch) {
        batch.delete(Keyspace.META, Keyspace.streamKey(stream.id()));
        batch.deleteRange(Keyspace.META, Keyspace.shardsOf(stream.id()));
    }

    private static void readLeftovers(Reader store, List<CatalogChange> rows) {
        try (Cursor cursor = store.scan(Keyspace.META, Keyspace.leftovers(), Direction.ASCENDING)) {
            while (cursor.next()) {
                rows.add(new CatalogChange.PutLeftover(Leftover.ofKey(cursor.key())));
            }
        }
        try (Cursor cursor =
                store.scan(Keyspace.META, BackupKeys.leftoverRanges(), Direction.ASCENDING)) {
            while (cursor.next()) {
                LeftoverRange leftover = LeftoverRange.of(cursor.key(), cursor.value());
                rows.add(new CatalogChange.PutLeftoverRange(leftover));
            }
        }
    }

    private static <T> void read(
            Reader store,
            KeyRange range,
            Function<byte[], T> decode,
            Function<T, ? extends CatalogChange> change,
            List<CatalogChange> rows) {
        try (Cursor cursor = store.scan(Keyspace.META, range, Direction.ASCENDING)) {
            while (cursor.next()) {
                rows.add(change.apply(decoded(cursor, decode)));
            }
        }
    }

    // Bytes that were never written make values that cannot be, and each kind of value refuses them
    // in its own way.
    private static <T> T decoded(Cursor cursor, Function<byte[], T> decode) {
        try {
            return decode.apply(cursor.value());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new CorruptRowException("catalog row cannot be read", e)
                    .with("key", HexFormat.of().formatHex(cursor.key()));
        }
    }
}
