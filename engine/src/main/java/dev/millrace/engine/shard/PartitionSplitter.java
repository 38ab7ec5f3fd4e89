package dev.millrace.engine.shard;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.item.WantedSplit;
import dev.millrace.engine.item.WriteHeat;
import dev.millrace.engine.schedule.Timer;
import dev.millrace.model.table.TableStatus;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Splits partitions that are written to too hard or have grown too large, with their shards. A
/// split is a commit that moves nothing: only the writes of that moment wait for it.
public final class PartitionSplitter implements Timer {
    /// How often the sizes of partitions are looked at, where a table is large enough to have a
    /// large one.
    public static final Duration SIZES_EVERY = Duration.ofMinutes(1);

    /// The most partitions of one table.
    public static final int PARTITIONS_MAX = 10_000;

    private final Catalog catalog;
    private final Sequencer sequencer;
    private final ShardLineage lineage;
    private final WriteHeat heat;
    private final PartitionSizes sizes;
    private final InstantSource clock;
    private Instant sizesDue = Instant.EPOCH;

    public PartitionSplitter(
            Catalog catalog,
            Sequencer sequencer,
            ShardLineage lineage,
            WriteHeat heat,
            PartitionSizes sizes,
            InstantSource clock) {
        this.catalog = catalog;
        this.sequencer = sequencer;
        this.lineage = lineage;
        this.heat = heat;
        this.sizes = sizes;
        this.clock = clock;
    }

    @Override
    public Instant due() {
        if (heat.hasReports()) {
            return Instant.EPOCH;
        }
        return sizes.hasLargeTable(catalog.state()) ? sizesDue : Instant.MAX;
    }

    @Override
    public void run() {
        heat.takeReports().forEach(this::split);
        if (!clock.instant().isBefore(sizesDue)) {
            sizesDue = clock.instant().plus(SIZES_EVERY);
            catalog.state().tables().forEach(table -> sizes.tooLarge(table).forEach(this::split));
        }
    }

    private void split(WantedSplit partition) {
        sequencer.submit((CatalogCommand<Boolean>) evaluation -> split(evaluation, partition));
    }

    private boolean split(CatalogEvaluation evaluation, WantedSplit partition) {
        CatalogState state = evaluation.state();
        List<Table> found =
                state.tables().stream()
                        .filter(table -> table.id() == partition.tableId())
                        .filter(table -> canSplit(table, partition))
                        .toList();
        found.forEach(table -> lineage.split(evaluation, table, partition.boundary()));
        return !found.isEmpty();
    }

    // Whether the partition is still there as it was measured.
    private static boolean canSplit(Table table, WantedSplit partition) {
        return table.status() == TableStatus.ACTIVE
                && table.partitions().size() < PARTITIONS_MAX
                && table.partitions().contains(partition.firstHash())
                && !table.partitions().contains(partition.boundary());
    }
}
