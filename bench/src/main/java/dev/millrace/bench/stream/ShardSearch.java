package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.table.BenchTable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Finds the shard with the records of [SingleWriter]'s item: at first among all shards, and when
/// that shard has ended among those that have come since. It reads them from their oldest record
/// on.
final class ShardSearch {
    private static final int ROUNDS_MAX = 6_000;
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Caller caller;
    private final BenchTable table;
    private final Reading reading;
    private final Set<String> known = new HashSet<>();

    /// @param caller the connection to search with, and that the readers found will use
    ShardSearch(Caller caller, BenchTable table, Reading reading) {
        this.caller = caller;
        this.table = table;
        this.reading = reading;
    }

    /// A place behind records of the item.
    ///
    /// @param reader goes on from there
    /// @param records how many there are before
    record Place(ShardReader reader, int records) {}

    /// The place behind the first page with records of the item.
    ///
    /// @throws BenchException if there is none for a minute
    Place find() {
        List<ShardReader> readers = new ArrayList<>();
        for (int round = 0; round < ROUNDS_MAX; round++) {
            addNew(readers);
            for (ShardReader reader : readers) {
                int records = reader.read() > 0 ? reader.count(SingleWriter.RECORD) : 0;
                if (records > 0) {
                    return new Place(reader.goingOnWith(reading.operation()), records);
                }
            }
            readers.removeIf(ShardReader::isAtEnd);
            Times.pause(PAUSE);
        }
        throw new BenchException(
                "no shard of table " + table.name() + " has the record that was written");
    }

    private void addNew(List<ShardReader> readers) {
        StreamShards shards = StreamShards.list(caller, table.streamArn());
        shards.shardIds().stream()
                .filter(known::add)
                .map(id -> shards.iterator(caller, id, StreamShards.Start.TRIM_HORIZON))
                .map(iterator -> new ShardReader(caller, ShardReader.GET_RECORDS, iterator))
                .forEach(readers::add);
    }
}
