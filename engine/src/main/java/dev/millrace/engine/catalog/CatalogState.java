package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// An unchanging picture of all tables, streams and shards.
public final class CatalogState {
    /// The picture of an empty store.
    public static final CatalogState EMPTY =
            new CatalogState(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Set.of(),
                    new TreeMap<>(),
                    Set.of(),
                    Counters.NONE,
                    Destinations.NONE);

    private final NavigableMap<String, Table> tables;
    private final NavigableMap<Integer, StreamShards> streams;
    private final NavigableMap<String, Integer> streamIds;
    private final NavigableMap<String, ResourcePolicy> policies;
    private final Set<Leftover> leftovers;
    private final NavigableMap<String, Backup> backups;
    private final Set<LeftoverRange> leftoverRanges;
    private final Counters counters;
    // Replaced only while a new picture is made, before anybody sees it.
    private Destinations destinations;

    private CatalogState(
            NavigableMap<String, Table> tables,
            NavigableMap<Integer, StreamShards> streams,
            NavigableMap<String, Integer> streamIds,
            NavigableMap<String, ResourcePolicy> policies,
            Set<Leftover> leftovers,
            NavigableMap<String, Backup> backups,
            Set<LeftoverRange> leftoverRanges,
            Counters counters,
            Destinations destinations) {
        this.tables = tables;
        this.streams = streams;
        this.streamIds = streamIds;
        this.policies = policies;
        this.leftovers = leftovers;
        this.backups = backups;
        this.leftoverRanges = leftoverRanges;
        this.counters = counters;
        this.destinations = destinations;
    }

    /// The picture after `changes`.
    public CatalogState with(List<CatalogChange> changes) {
        return with(changes, counters);
    }

    CatalogState with(List<CatalogChange> changes, Counters atLeast) {
        CatalogState next =
                new CatalogState(
                        changesAny(changes, CatalogState::isOfTable)
                                ? new TreeMap<>(tables)
                                : tables,
                        new TreeMap<>(streams),
                        changesAny(changes, CatalogState::isOfStream)
                                ? new TreeMap<>(streamIds)
                                : streamIds,
                        changesAny(changes, CatalogState::isOfPolicy)
                                ? new TreeMap<>(policies)
                                : policies,
                        changesAny(changes, CatalogState::isOfLeftover)
                                ? new LinkedHashSet<>(leftovers)
                                : leftovers,
                        changesAny(changes, CatalogState::isOfBackup)
                                ? new TreeMap<>(backups)
                                : backups,
                        changesAny(changes, CatalogState::isOfLeftoverRange)
                                ? new LinkedHashSet<>(leftoverRanges)
                                : leftoverRanges,
                        changes.stream().reduce(atLeast, Counters::including, (_, last) -> last),
                        destinations);
        next.applyAll(changes);
        return next;
    }

    // What no change touches is shared with the picture before.
    private static boolean changesAny(
            List<CatalogChange> changes, Predicate<CatalogChange> isOfKind) {
        return changes.stream().anyMatch(isOfKind);
    }

    private static boolean isOfTable(CatalogChange change) {
        return change instanceof CatalogChange.PutTable
                || change instanceof CatalogChange.RemoveTable;
    }

    private static boolean isOfStream(CatalogChange change) {
        return change instanceof CatalogChange.PutStream
                || change instanceof CatalogChange.RemoveStream;
    }

    private static boolean isOfPolicy(CatalogChange change) {
        return change instanceof CatalogChange.PutPolicy
                || change instanceof CatalogChange.RemovePolicy;
    }

    private static boolean isOfLeftover(CatalogChange change) {
        return change instanceof CatalogChange.PutLeftover
                || change instanceof CatalogChange.RemoveLeftover;
    }

    private static boolean isOfBackup(CatalogChange change) {
        return change instanceof CatalogChange.PutBackup
                || change instanceof CatalogChange.RemoveBackup;
    }

    private static boolean isOfLeftoverRange(CatalogChange change) {
        return change instanceof CatalogChange.PutLeftoverRange
                || change instanceof CatalogChange.RemoveLeftoverRange;
    }

    // Shards that follow one another go in together: a stream is read with all of them at once.
    private void applyAll(List<CatalogChange> changes) {
        List<Shard> shards = new ArrayList<>();
        for (CatalogChange change : changes) {
            if (change instanceof CatalogChange.PutShard(Shard shard)) {
                if (!shards.isEmpty() && shards.getFirst().streamId() != shard.streamId()) {
                    putAll(shards);
                }
                shards.add(shard);
            } else {
                putAll(shards);
                apply(change);
            }
        }
        putAll(shards);
    }

    private void putAll(List<Shard> shards) {
        if (!shards.isEmpty()) {
            streams.computeIfPresent(
                    shards.getFirst().streamId(), (_, known) -> known.with(shards));
            shards.clear();
        }
    }

    // Only called while a new picture is made, before anybody sees it.
    private void apply(CatalogChange change) {
        switch (change) {
            case CatalogChange.PutTable(Table table) -> tables.put(table.name(), table);
            case CatalogChange.RemoveTable(Table table) -> tables.remove(table.name());
            case CatalogChange.RemoveIndex _ -> {}
            case CatalogChange.PutStream(Stream stream) -> apply(stream);
            case CatalogChange.PutShard(Shard shard) -> putAll(new ArrayList<>(List.of(shard)));
            case CatalogChange.RemoveShard(Shard shard) ->
                    streams.computeIfPresent(shard.streamId(), (_, known) -> known.without(shard));
            case CatalogChange.RemoveStream(Stream stream) -> {
                streams.remove(stream.id());
                streamIds.remove(stream.arn());
            }
            case CatalogChange.PutLeftover(Leftover leftover) -> leftovers.add(leftover);
            case CatalogChange.RemoveLeftover(Leftover leftover) -> leftovers.remove(leftover);
            case CatalogChange.PutExpiries _, CatalogChange.RemoveExpiries _ -> {}
            case CatalogChange.PutBackup(Backup backup) -> backups.put(backup.key(), backup);
            case CatalogChange.RemoveBackup(Backup backup) -> backups.remove(backup.key());
            case CatalogChange.PutLeftoverRange(var leftover) -> leftoverRanges.add(leftover);
            case CatalogChange.RemoveLeftoverRange(var leftover) -> leftoverRanges.remove(leftover);
            case CatalogChange.PutDestination(var destination) ->
                    destinations = destinations.with(destination);
            case CatalogChange.RemoveDestination(int id) -> destinations = destinations.without(id);
            case CatalogChange.TrimOutbox _ -> {}
            case CatalogChange.PutPolicy(String arn, ResourcePolicy policy) ->
                    policies.put(arn, policy);
            case CatalogChange.RemovePolicy(String arn) -> policies.remove(arn);
        }
    }

    private void apply(Stream stream) {
        streams.merge(stream.id(), StreamShards.of(stream), (known, _) -> known.with(stream));
        if (stream.life().isRetired()) {
            streamIds.remove(stream.arn());
        } else {
            streamIds.put(stream.arn(), stream.id());
        }
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

    /// All streams in the order in which they were enabled, retired ones too.
    public Collection<StreamShards> streams() {
        return streams.values();
    }

    /// The records whose space is still to be given back.
    public Set<Leftover> leftovers() {
        return Collections.unmodifiableSet(leftovers);
    }

    /// The ranges whose space is still to be given back.
    public Set<LeftoverRange> leftoverRanges() {
        return Collections.unmodifiableSet(leftoverRanges);
    }

    /// The backup with this [Backup#key].
    public Optional<Backup> backup(String key) {
        return Optional.ofNullable(backups.get(key));
    }

    /// All backups in the order of their keys.
    public Collection<Backup> backups() {
        return backups.values();
    }

    /// The backups whose keys sort after `key`, in order.
    public Collection<Backup> backupsAfter(String key) {
        return backups.tailMap(key, false).values();
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

    /// The Kinesis destinations of all tables.
    public Destinations destinations() {
        return destinations;
    }

    /// The identifiers given out last.
    public Counters counters() {
        return counters;
    }
}
