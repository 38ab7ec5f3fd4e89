package dev.millrace.bench.workload;

import dev.millrace.bench.load.RequestSource;

import java.util.Random;

/// A kind of load by its name on the command line.
public enum RequestKind {
    PUT("put", false, true),
    GET("get", true, false),
    UPDATE("update", false, true),
    QUERY("query", true, false),
    BATCH("batch", false, true),
    TRANSACT("transact", false, true),
    MIXED("mixed", true, true);

    private final String text;
    private final boolean needsItems;
    private final boolean isWriting;

    RequestKind(String text, boolean needsItems, boolean isWriting) {
        this.text = text;
        this.needsItems = needsItems;
        this.isWriting = isWriting;
    }

    /// What requests are made of.
    ///
    /// @param table the name of the table
    /// @param keys how many items it has or gets
    /// @param itemBytes the size of an item
    /// @param connections how many connections there are
    /// @param seed what chance follows from
    public record Setting(String table, int keys, int itemBytes, int connections, long seed) {}

    /// Whether items have to be there before it runs.
    public boolean needsItems() {
        return needsItems;
    }

    /// Whether it writes, so that a stream concerns it.
    public boolean isWriting() {
        return isWriting;
    }

    /// Whether its table has a sort key.
    public boolean isSorted() {
        return this == QUERY;
    }

    /// A source of its requests.
    public RequestSource source(Setting setting) {
        String table = setting.table();
        int bytes = setting.itemBytes();
        Keys keys = new Keys(setting.keys(), new Random(setting.seed()));
        return switch (this) {
            case PUT -> new PutItems(table, keys, bytes);
            case GET -> new GetItems(table, keys, bytes);
            case UPDATE -> new CountOnOneItem(table);
            case QUERY -> new QueryHundred(table, keys, bytes);
            case BATCH -> new BatchPuts(table, keys, bytes);
            case TRANSACT -> new TransactPuts(table, keys, setting.connections(), bytes);
            case MIXED -> new Mixed(table, keys, bytes);
        };
    }

    /// A source that fills a table.
    public static RequestSource filling(Setting setting, boolean isSorted) {
        return new FillTable(setting.table(), setting.keys(), isSorted, setting.itemBytes());
    }

    @Override
    public String toString() {
        return text;
    }
}
