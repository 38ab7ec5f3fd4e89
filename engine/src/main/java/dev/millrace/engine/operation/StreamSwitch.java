package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamLife;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.shard.ShardLineage;
import dev.millrace.engine.shard.StreamRetention;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.engine.stream.StreamReader;
import dev.millrace.model.stream.StreamStatus;
import dev.millrace.model.stream.StreamViewType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/// Turns a table's stream on and off, in two steps each as on AWS: ENABLING without shards, then
/// ENABLED with one open shard a partition; DISABLING with all shards closed, then DISABLED.
final class StreamSwitch {
    private final ResourceNames names;
    private final ShardLineage lineage;

    StreamSwitch(ResourceNames names, StreamReader records) {
        this.names = names;
        this.lineage = new ShardLineage(records);
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
                        table.keySchema(),
                        StreamLife.of(StreamRetention.of(table.tags())));
        catalog.change(new CatalogChange.PutStream(stream));
        return table.withStream(stream.id());
    }

    /// Opens the shards of a stream that is being enabled: one a partition.
    void open(CatalogEvaluation catalog, Table table, Stream stream) {
        lineage.open(catalog, table, stream);
    }

    /// Closes the open shards of a stream; from here on it takes no record.
    void disable(CatalogEvaluation catalog, StreamShards stream) {
        lineage.close(catalog, stream);
        Stream disabling = stream.stream().withStatus(StreamStatus.DISABLING);
        catalog.change(
                new CatalogChange.PutStream(
                        disabling.withLife(disabling.life().disabledAt(momentOf(catalog)))));
    }

    /// Gives a table other tags, and its stream the retention that they ask for.
    static void retag(CatalogEvaluation catalog, Table table, Map<String, String> tags) {
        catalog.change(new CatalogChange.PutTable(table.withTags(tags)));
        StreamShards latest = catalog.state().latestStreamOf(table);
        Duration retention = StreamRetention.of(tags);
        if (latest != null && !Objects.equals(retention, latest.stream().life().retention())) {
            StreamLife life = latest.stream().life().withRetention(retention);
            catalog.change(new CatalogChange.PutStream(latest.stream().withLife(life)));
        }
    }

    // Labels are unique for a table name, also when a stream is switched twice within a
    // millisecond.
    private Instant freeMoment(CatalogEvaluation catalog, String tableName) {
        Instant moment = momentOf(catalog);
        while (catalog.state().stream(arnAt(tableName, moment)).isPresent()) {
            moment = moment.plusMillis(1);
        }
        return moment;
    }

    private static Instant momentOf(CatalogEvaluation catalog) {
        return Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
    }

    private String arnAt(String tableName, Instant moment) {
        return names.streamArn(tableName, ResourceNames.streamLabel(moment));
    }
}
