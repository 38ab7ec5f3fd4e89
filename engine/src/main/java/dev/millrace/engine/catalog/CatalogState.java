package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// An unchanging picture of all tables, streams and shards.
public final class CatalogState {
    /// The picture of an empty store.
    public static final CatalogState EMPTY =
            new CatalogState(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Counters.NONE);

    private final NavigableMap<String, Table> tables;
    private final NavigableMap<Integer, StreamShards> streams;
    private final NavigableMap<String, Integer> streamIds;
    private final NavigableMap<String, ResourcePolicy> policies;
    private final Counters counters;

    private CatalogState(
            NavigableMap<String, Table> tables,
            NavigableMap<Integer, StreamShards> streams,
            NavigableMap<String, Integer> streamIds,
            NavigableMap<String, ResourcePolicy> policies,
            Counters counters) {
        this.tables = tables;
        this.streams = streams;
        this.streamIds = streamIds;
        this.policies = policies;
        this.counters = counters;
    }

    /// The picture after `changes`.
    public CatalogState with(List<CatalogChange> changes) {
        return with(changes, counters);
    }

    CatalogState with(List<CatalogChange> changes, Counters atLeast) {
        CatalogState next =
                new CatalogState(
                        new TreeMap<>(tables),
                        new TreeMap<>(streams),
                        new TreeMap<>(streamIds),
                        new TreeMap<>(policies),
                        changes.stream().reduce(atLeast, Counters::including, (_, last) -> last));
        changes.forEach(next::apply);
        return next;
    }

    // Only called while a new picture is made, before anybody sees it.
    private void apply(CatalogChange change) {
        switch (change) {
            case CatalogChange.PutTable(Table table) -> tables.put(table.name(), table);
            case CatalogChange.RemoveTable(Table table) -> tables.remove(table.name());
            case CatalogChange.RemoveIndex _ -> {}
            case CatalogChange.PutStream(Stream stream) -> apply(stream);
            case CatalogChange.PutShard(Shard shard) ->
                    streams.computeIfPresent(shard.streamId(), (_, known) -> known.with(shard));
            case CatalogChange.PutPolicy(String arn, ResourcePolicy policy) ->
                    policies.put(arn, policy);
            case CatalogChange.RemovePolicy(String arn) -> policies.remove(arn);
        }
    }

    private void apply(Stream stream) {
        streams.merge(
                stream.id(), StreamShards.of(stream, List.of()), (known, _) -> known.with(stream));
        streamIds.put(stream.arn(), stream.id());
    }

    /// The table with this name.
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /// All tables in the order of their names.
    public Collection<Table> tables() {
        return tables.values();
    }

    /// The names of tables that sort after `name`, in order.
    public Collection<String> tableNamesAfter(String name) {
        return tables.tailMap(name, false).keySet();
    }

    /// The stream with this ARN.
    public Optional<StreamShards> stream(String arn) {
        return Optional.ofNullable(streamIds.get(arn)).map(streams::get);
    }

    /// The stream with this id.
    public Optional<StreamShards> stream(int id) {
        return Optional.ofNullable(streams.get(id));
    }

    /// The table's stream that was enabled last, still so or not; null if there never was one.
    public @Nullable StreamShards latestStreamOf(Table table) {
        Integer id = table.latestStreamId();
        return id == null ? null : streams.get(id);
    }

    /// The ARNs of streams that sort after `arn`, in order.
    public Collection<String> streamArnsAfter(String arn) {
        return streamIds.tailMap(arn, false).keySet();
    }

    /// The policy of the table or stream with this ARN.
    public Optional<ResourcePolicy> policy(String resourceArn) {
        return Optional.ofNullable(policies.get(resourceArn));
    }

    /// The identifiers given out last.
    public Counters counters() {
        return counters;
    }
}
