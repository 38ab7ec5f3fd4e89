package dev.millrace.testkit.operation;

import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.table.BillingMode;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.UpdateAction;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes long random lists of operations from a seed: the same seed always makes the same list.
///
/// The first operations create the tables; the others write, read, and now and then delete and
/// create tables and switch streams, let time pass so that items expire, or read what tables were.
public final class OperationGenerator {
    private static final List<StreamViewType> VIEW_TYPES = List.of(StreamViewType.values());
    private static final List<BillingMode> BILLING_MODES = List.of(BillingMode.values());
    private static final List<ReturnValues> OLD_OR_NONE =
            List.of(ReturnValues.NONE, ReturnValues.ALL_OLD);
    private static final TableShape MISSING =
            new TableShape(
                    "missing",
                    TableShape.ALL.getFirst().keySchema(),
                    TableShape.ALL.getFirst().indexes());

    private final Chance chance;
    private final PathGenerator paths;
    private final ItemGenerator items;
    private final ConditionGenerator conditions;
    private final UpdateGenerator updates;
    private final ReadGenerator reads;
    private final BatchGenerator batches;
    private final TransactGenerator transactions;
    private final LegacyGenerator legacy;
    private final StatementGenerator statements;
    private final TimeGenerator times;
    private final PastGenerator past;
    private final VectorGenerator vectors;

    /// The moment at which a system's clock must stand before the first operation.
    public static final Instant START = TimeGenerator.START;

    /// A generator whose every choice follows from this seed.
    public OperationGenerator(long seed) {
        chance = new Chance(new Random(seed));
        ValueGenerator values = new ValueGenerator(chance);
        paths = new PathGenerator(chance);
        times = new TimeGenerator(chance);
        vectors = new VectorGenerator(chance, values);
        items = new ItemGenerator(chance, values, times, vectors);
        conditions = new ConditionGenerator(chance, values, paths);
        updates = new UpdateGenerator(chance, values, paths);
        reads = new ReadGenerator(chance, values, paths, conditions, items);
        batches = new BatchGenerator(chance, items, paths);
        transactions = new TransactGenerator(chance, items, conditions, updates, paths);
        past = new PastGenerator(chance);
        legacy = new LegacyGenerator(chance, items, values, reads);
        statements =
                new StatementGenerator(chance, items, values, conditions, updates, reads, paths);
    }

    /// The next `count` operations, after those that create the tables.
    public List<DatabaseOperation> operations(int count) {
        List<DatabaseOperation> operations = new ArrayList<>();
        TableShape.ALL.forEach(table -> operations.add(create(table, 80)));
        for (int i = 0; i < count; i++) {
            operations.add(next());
        }
        return operations;
    }

    // Weights in thousandths.
    private DatabaseOperation next() {
        int draw = chance.below(1000);
        if (draw < 40) {
            return nextOfTable(chance.of(TableShape.ALL), draw);
        }
        TableShape table = table();
        if (!table.vectors().isEmpty() && chance.percent(50)) {
            return vectors.search(table);
        }
        if (draw < 50) {
            return draw < 43 ? times.switching(table) : times.pass();
        }
        if (draw < 90) {
            return draw < 72 ? statements.write(table) : statements.batch(this::table);
        }
        if (draw < 300) {
            return put(table);
        }
        if (draw < 520) {
            return update(table);
        }
        if (draw < 560) {
            return transactions.write(this::table);
        }
        if (draw < 580) {
            return transactions.get(this::table);
        }
        if (draw < 620) {
            return legacy.write(table);
        }
        if (draw < 710) {
            return delete(table);
        }
        if (draw < 760) {
            return batches.write(this::table);
        }
        return nextRead(table, draw);
    }

    private DatabaseOperation nextRead(TableShape table, int draw) {
        if (draw < 820) {
            return new DatabaseOperation.Get(
                    table.name(), items.keyOrFault(table), paths.projection(table));
        }
        if (draw < 860) {
            return batches.get(this::table);
        }
        if (draw < 890) {
            return legacy.read(table);
        }
        if (draw < 920) {
            return statements.read(table);
        }
        if (draw < 960) {
            return reads.query(table);
        }
        return draw < 982 ? reads.scan(table) : past.of(table);
    }

    private DatabaseOperation nextOfTable(TableShape table, int draw) {
        if (draw < 18) {
            return create(table, 70);
        }
        if (draw < 21) {
            return new DatabaseOperation.DeleteTable(table.name());
        }
        if (draw < 24) {
            return new DatabaseOperation.DescribeTable(table().name());
        }
        return draw < 33
                ? new DatabaseOperation.EnableStream(table.name(), chance.of(VIEW_TYPES))
                : new DatabaseOperation.DisableStream(table.name());
    }

    private DatabaseOperation create(TableShape table, int percentWithStream) {
        return new DatabaseOperation.CreateTable(
                table.name(),
                table.keySchema(),
                table.vectors().isEmpty() ? chance.of(BILLING_MODES) : BillingMode.PAY_PER_REQUEST,
                chance.percent(percentWithStream) ? viewType() : null,
                table.indexes(),
                table.vectors());
    }

    // Half of the streams show both images, because they tell most.
    private StreamViewType viewType() {
        return chance.percent(50) ? StreamViewType.NEW_AND_OLD_IMAGES : chance.of(VIEW_TYPES);
    }

    private DatabaseOperation put(TableShape table) {
        return new DatabaseOperation.Put(
                table.name(),
                items.itemOrFault(table),
                condition(table),
                oldOrNone(),
                chance.percent(50));
    }

    private DatabaseOperation update(TableShape table) {
        List<UpdateAction> actions = updates.actions(table);
        return new DatabaseOperation.Update(
                table.name(),
                items.keyOrFault(table),
                actions,
                updates.guarded(table, actions, condition(table)),
                updates.returnValues(actions),
                chance.percent(50));
    }

    private DatabaseOperation delete(TableShape table) {
        return new DatabaseOperation.Delete(
                table.name(),
                items.keyOrFault(table),
                condition(table),
                oldOrNone(),
                chance.percent(50));
    }

    private ReturnValues oldOrNone() {
        return chance.percent(1) ? ReturnValues.ALL_NEW : chance.of(OLD_OR_NONE);
    }

    private @Nullable Condition condition(TableShape table) {
        return chance.percent(30) ? conditions.condition(table) : null;
    }

    private TableShape table() {
        return chance.percent(1) ? MISSING : chance.of(TableShape.ALL);
    }
}
