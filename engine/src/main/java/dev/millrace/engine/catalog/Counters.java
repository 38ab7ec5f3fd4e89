package dev.millrace.engine.catalog;

import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

/// The identifiers given out last. They only grow, so none is ever given twice.
public record Counters(int lastTableId, int lastStreamId, int lastBackupId, int lastDestinationId) {
    /// Nothing given out yet.
    public static final Counters NONE = new Counters(0, 0, 0, 0);

    Counters including(CatalogChange change) {
        return switch (change) {
            case CatalogChange.PutTable(Table table) ->
                    new Counters(
                            Math.max(lastTableId, table.id()),
                            lastStreamId,
                            lastBackupId,
                            lastDestinationId);
            case CatalogChange.PutStream(Stream stream) ->
                    new Counters(
                            lastTableId,
                            Math.max(lastStreamId, stream.id()),
                            lastBackupId,
                            lastDestinationId);
            case CatalogChange.PutBackup(Backup backup) ->
                    new Counters(
                            lastTableId,
                            lastStreamId,
                            Math.max(lastBackupId, backup.id()),
                            lastDestinationId);
            case CatalogChange.PutDestination(KinesisDestination destination) ->
                    new Counters(
                            lastTableId,
                            lastStreamId,
                            lastBackupId,
                            Math.max(lastDestinationId, destination.id()));
            case CatalogChange.RemoveTable _,
                    CatalogChange.RemoveStream _,
                    CatalogChange.RemoveIndex _,
                    CatalogChange.PutShard _,
                    CatalogChange.RemoveShard _,
                    CatalogChange.PutLeftover _,
                    CatalogChange.RemoveLeftover _,
                    CatalogChange.PutExpiries _,
                    CatalogChange.RemoveExpiries _,
                    CatalogChange.RemoveBackup _,
                    CatalogChange.PutLeftoverRange _,
                    CatalogChange.RemoveLeftoverRange _,
                    CatalogChange.RemoveDestination _,
                    CatalogChange.TrimOutbox _,
                    CatalogChange.PutPolicy _,
                    CatalogChange.RemovePolicy _ ->
                    this;
        };
    }

    /// The stored form: four numbers of four bytes.
    public byte[] encode() {
        return new TupleWriter()
                .uint32(lastTableId)
                .uint32(lastStreamId)
                .uint32(lastBackupId)
                .uint32(lastDestinationId)
                .toByteArray();
    }

    /// Reads the stored form; before there were backups it had two numbers, before there were
    /// destinations three.
    public static Counters decode(byte[] row) {
        TupleReader numbers = new TupleReader(row);
        int tables = (int) numbers.uint32();
        int streams = (int) numbers.uint32();
        return new Counters(tables, streams, next(numbers), next(numbers));
    }

    private static int next(TupleReader numbers) {
        return numbers.remaining() == 0 ? 0 : (int) numbers.uint32();
    }
}
