package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.stream.StreamStatus;

import java.util.List;

/// Tables, streams and shards among themselves: partitions cover the hash space, an enabled stream
/// has one open shard for each partition, a closed shard of it has its children.
final class CatalogCheck {
    private final CatalogState catalog;
    private final Findings findings;

    CatalogCheck(CatalogState catalog, Findings findings) {
        this.catalog = catalog;
        this.findings = findings;
    }

    void run() {
        findings.looked("tables", catalog.tables().size());
        findings.looked("streams", catalog.streams().size());
        catalog.tables().forEach(this::check);
        catalog.streams().forEach(this::check);
    }

    private void check(Table table) {
        if (!startsAtZeroAndAscends(table.partitions())) {
            findings.violation(
                    "table %s: its partitions do not cover the hashes".formatted(table.name()));
        }
        if (table.id() > catalog.counters().lastTableId()) {
            findings.violation("table %s: its id was never given out".formatted(table.name()));
        }
        if (table.latestStreamId() != null && catalog.latestStreamOf(table) == null) {
            findings.violation("table %s: its latest stream is missing".formatted(table.name()));
        }
        StreamShards stream = catalog.latestStreamOf(table);
        if (stream != null && stream.stream().status() == StreamStatus.ENABLED) {
            checkOpenShards(table, stream);
        }
    }

    private void checkOpenShards(Table table, StreamShards stream) {
        List<Long> open = stream.openShards().stream().map(Shard::firstHash).toList();
        if (!open.equals(table.partitions())) {
            findings.violation(
                    "stream %s: its open shards are not those of the table's partitions"
                            .formatted(stream.stream().arn()));
        }
    }

    private void check(StreamShards stream) {
        findings.looked("shards", stream.shards().size());
        if (stream.stream().id() > catalog.counters().lastStreamId()) {
            findings.violation(
                    "stream %s: its id was never given out".formatted(stream.stream().arn()));
        }
        for (Shard shard : stream.shards()) {
            boolean hasChildren = !stream.childrenOf(shard.shardId()).isEmpty();
            boolean needsChildren =
                    !shard.isOpen() && stream.stream().status() == StreamStatus.ENABLED;
            if (needsChildren && !hasChildren) {
                findings.violation(
                        "shard %s: closed, and without children".formatted(shard.shardId()));
            }
            if (shard.isOpen() && hasChildren) {
                findings.violation("shard %s: open, and has children".formatted(shard.shardId()));
            }
        }
    }

    private static boolean startsAtZeroAndAscends(List<Long> partitions) {
        if (partitions.isEmpty() || partitions.getFirst() != 0) {
            return false;
        }
        for (int i = 1; i < partitions.size(); i++) {
            if (Long.compareUnsigned(partitions.get(i - 1), partitions.get(i)) >= 0) {
                return false;
            }
        }
        return true;
    }
}
