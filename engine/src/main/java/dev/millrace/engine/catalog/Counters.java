package dev.millrace.engine.catalog;

import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

/// The identifiers given out last. They only grow, so none is ever given twice.
public record Counters(int lastTableId, int lastStreamId) {
    /// Nothing given out yet.
    public static final Counters NONE = new Counters(0, 0);

    Counters including(CatalogChange change) {
        return switch (change) {
            case CatalogChange.PutTable(Table table) ->
                    new Counters(Math.max(lastTableId, table.id()), lastStreamId);
            case CatalogChange.PutStream(Stream stream) ->
                    new Counters(lastTableId, Math.max(lastStreamId, stream.id()));
            case CatalogChange.RemoveTable _,
                    CatalogChange.RemoveStream _,
                    CatalogChange.PutShard _,
                    CatalogChange.RemoveShard _,
                    CatalogChange.PutLeftover _,
                    CatalogChange.RemoveLeftover _,
                    CatalogChange.PutPolicy _,
                    CatalogChange.RemovePolicy _ ->
                    this;
        };
    }

    /// The stored form: two numbers of four bytes.
    public byte[] encode() {
        return new TupleWriter().uint32(lastTableId).uint32(lastStreamId).toByteArray();
    }

    /// Reads the stored form.
    public static Counters decode(byte[] row) {
        TupleReader numbers = new TupleReader(row);
        return new Counters((int) numbers.uint32(), (int) numbers.uint32());
    }
}
