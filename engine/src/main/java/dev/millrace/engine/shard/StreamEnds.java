package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Leftover;
import dev.millrace.engine.catalog.Shard;
import dev.millrace.engine.catalog.Stream;
import dev.millrace.engine.catalog.StreamShards;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogEvaluation;

/// Takes shards and streams out of the catalog. Their records are remembered in the same commit as
/// leftover, to be dropped afterwards.
public final class StreamEnds {
    private StreamEnds() {}

    /// Removes a closed shard.
    public static void trim(CatalogEvaluation catalog, Shard shard) {
        catalog.change(new CatalogChange.RemoveShard(shard));
        catalog.change(
                new CatalogChange.PutLeftover(new Leftover(shard.streamId(), shard.number())));
    }

    /// Ends a stream: from here on its ARN leads nowhere. While its table has no newer one, its
    /// label stays, as the table still shows it.
    static void end(CatalogEvaluation catalog, StreamShards shards) {
        Stream stream = shards.stream();
        boolean leavesRecords = !stream.life().isRetired();
        catalog.change(new CatalogChange.RemoveStream(stream));
        if (isNamed(catalog.state(), stream)) {
            catalog.change(new CatalogChange.PutStream(stream.withLife(stream.life().retired())));
        }
        if (leavesRecords) {
            catalog.change(
                    new CatalogChange.PutLeftover(new Leftover(stream.id(), Leftover.ALL_SHARDS)));
        }
        if (catalog.state().policy(stream.arn()).isPresent()) {
            catalog.change(new CatalogChange.RemovePolicy(stream.arn()));
        }
    }

    /// Whether the table of the stream is still there and shows it as its latest.
    static boolean isNamed(CatalogState state, Stream stream) {
        return state.table(stream.tableName())
                .map(Table::latestStreamId)
                .filter(latest -> latest == stream.id())
                .isPresent();
    }
}
