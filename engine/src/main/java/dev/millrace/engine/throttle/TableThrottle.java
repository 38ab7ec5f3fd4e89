package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.ResourceNames;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.table.SecondaryIndex;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Holds tables and global indexes to their provisioned throughput, and on-demand ones to the
/// maximum they are given, if they are given one (dynamodb-api reference, section 20).
///
/// Buckets are kept by table id, index id and arm.
public final class TableThrottle implements Throttle {
    private final Catalog catalog;
    private final Refusals refusals;
    private final InstantSource clock;
    private final long startMillis;
    private final Map<Key, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param catalog tells which tables and indexes still are there, and their throughput
    public TableThrottle(Catalog catalog, ResourceNames names, InstantSource clock) {
        this.catalog = catalog;
        this.refusals = new Refusals(names);
        this.clock = clock;
        this.startMillis = clock.millis();
    }

    // The index is 0 for the table itself.
    private record Key(int tableId, int indexId, Arm arm) {}

    private record Taken(Account account, double units) {}

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public @Nullable ThroughputExceededException tryTake(Demand estimate) {
        long now = clock.millis();
        List<Taken> taken = new ArrayList<>();
        List<Account> exceeded = new ArrayList<>();
        estimate.units()
                .forEach((holder, units) -> {
                    Account account = account(holder, estimate.arm());
                    if (account != null) {
                        if (bucket(account).take(units, account.rate(), now)) {
                            taken.add(new Taken(account, units));
                        } else {
                            exceeded.add(account);
                        }
                    }
                });
        if (exceeded.isEmpty()) {
            return null;
        }
        taken.forEach(each -> settle(each.account(), -each.units(), now));
        return refusals.of(exceeded);
    }

    @Override
    public void settle(Demand more) {
        long now = clock.millis();
        more.units()
                .forEach((holder, units) -> {
                    Account account = account(holder, more.arm());
                    if (account != null) {
                        settle(account, units, now);
                    }
                });
    }

    private void settle(Account account, double units, long now) {
        bucket(account).settle(units, account.rate(), now);
    }

    // Null if the holder has no limit, or is gone.
    private @Nullable Account account(Holder holder, Arm arm) {
        Table table = catalog.state().table(holder.table()).orElse(null);
        if (table == null) {
            return null;
        }
        if (holder.index() == null) {
            return Account.of(table, null, arm);
        }
        SecondaryIndex index = table.indexes().named(holder.index()).orElse(null);
        return index == null ? null : Account.of(table, index, arm);
    }

    private Bucket bucket(Account account) {
        SecondaryIndex index = account.index();
        Key key = new Key(account.table().id(), index == null ? 0 : index.id(), account.arm());
        Bucket known = buckets.get(key);
        return known == null ? newBucket(key, account) : known;
    }

    // A bucket fills from the table's creation on, or from the server's start. Forgets the tables
    // that are gone, so that there are never many more buckets than tables and indexes.
    private Bucket newBucket(Key key, Account account) {
        Set<Integer> ids =
                catalog.state().tables().stream().map(Table::id).collect(Collectors.toSet());
        buckets.keySet().removeIf(old -> !ids.contains(old.tableId()));
        long since = Math.max(startMillis, account.table().created().toEpochMilli());
        return buckets.computeIfAbsent(
                key, _ -> new Bucket(account.rate().unitsPerSecond(), since));
    }
}
