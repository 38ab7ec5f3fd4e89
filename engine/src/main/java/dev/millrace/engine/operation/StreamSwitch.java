package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.ShardId;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.store.Direction;

import java.time.Instant;

/// Turns a table's stream on and off, in two steps each as on AWS: ENABLING without shards, then
/// ENABLED with one open shard a partition; DISABLING with all shards closed, then DISABLED.
final class StreamSwitch {
    private final ResourceNames names;
    private final StreamReader records;

    StreamSwitch(ResourceNames names, StreamReader records) {
        this.names = names;
        this.records = records;
    }

    /// Begins a new stream of `table`, and returns the table that names it.
    Table enable(CatalogEvaluation catalog, Table table, StreamViewType viewType) {
        Instant moment = freeMoment(catalog, table.name());
        String label = ResourceNames.streamLabel(moment);
        Stream stream =
                new Stream(
                        catalog.state().counters().lastStreamId() + 1,
                        table.id(),
                        table.name(),
                        names.streamArn(table.name(), label),
                        label,
                        viewType,
                        StreamStatus.ENABLING,
                        moment,
                        table.keySchema());
        catalog.change(new CatalogChange.PutStream(stream));
        return table.withStream(stream.id());
    }

    /// Opens the shards of a stream that is being enabled: one a partition.
    void open(CatalogEvaluation catalog, Table table, Stream stream) {
        long born = HybridClock.millis(catalog.position());
        for (int number = 0; number < table.partitions().size(); number++) {
            catalog.change(
                    new CatalogChange.PutShard(
                            new Shard(
                                    stream.id(),
                                    number,
                                    ShardId.format(born, stream.id(), number),
                                    null,
                                    table.partitions().get(number),
                                    1,
                                    catalog.position(),
                                    null,
                                    null)));
        }
        catalog.change(new CatalogChange.PutStream(stream.withStatus(StreamStatus.ENABLED)));
    }

    /// Closes the open shards of a stream; from here on it takes no record.
    void disable(CatalogEvaluation catalog, StreamShards stream) {
        stream.openShards()
                .forEach(shard -> catalog.change(new CatalogChange.PutShard(closed(shard))));
        catalog.change(
                new CatalogChange.PutStream(stream.stream().withStatus(StreamStatus.DISABLING)));
    }

    private Shard closed(Shard shard) {
        Long first = records.endOf(shard, Direction.ASCENDING);
        Long last = records.endOf(shard, Direction.DESCENDING);
        return first == null || last == null ? shard.closedEmpty() : shard.closedWith(first, last);
    }

    // Labels are unique for a table name, also when a stream is switched twice within a
    // millisecond.
    private Instant freeMoment(CatalogEvaluation catalog, String tableName) {
        Instant moment = Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
        while (catalog.state().stream(arnAt(tableName, moment)).isPresent()) {
            moment = moment.plusMillis(1);
        }
        return moment;
    }

    private String arnAt(String tableName, Instant moment) {
        return names.streamArn(tableName, ResourceNames.streamLabel(moment));
    }
}
