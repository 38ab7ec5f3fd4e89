package dev.millrace.testkit.operation;

import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.Comparator;
import dev.millrace.testkit.expression.Condition;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.Operand;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;
import dev.millrace.testkit.expression.ValueText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Makes statements of PartiQL that some plain operation says as well.
final class StatementGenerator {
    private static final int STATEMENTS_MAX = 6;
    private static final List<Comparator> COMPARATORS = List.of(Comparator.values());
    private static final List<ReturnValues> OLD_OR_NONE =
            List.of(ReturnValues.NONE, ReturnValues.ALL_OLD);

    private final Chance chance;
    private final ItemGenerator items;
    private final ValueGenerator values;
    private final ConditionGenerator conditions;
    private final UpdateGenerator updates;
    private final ReadGenerator reads;
    private final PathGenerator paths;

    StatementGenerator(
            Chance chance,
            ItemGenerator items,
            ValueGenerator values,
            ConditionGenerator conditions,
            UpdateGenerator updates,
            ReadGenerator reads,
            PathGenerator paths) {
        this.chance = chance;
        this.items = items;
        this.values = values;
        this.conditions = conditions;
        this.updates = updates;
        this.reads = reads;
        this.paths = paths;
    }

    DatabaseOperation write(TableShape table) {
        return statement(plainWrite(table), null);
    }

    private DatabaseOperation plainWrite(TableShape table) {
        return switch (chance.below(5)) {
            case 0, 1 -> insert(table);
            case 2, 3 -> update(table);
            default -> delete(table);
        };
    }

    /// Several writes, no two of them about one item: such a batch is refused.
    DatabaseOperation batch(Supplier<TableShape> tables) {
        List<DatabaseOperation.Statement> statements = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        int count = 1 + chance.below(STATEMENTS_MAX);
        for (int i = 0; i < count; i++) {
            TableShape table = tables.get();
            DatabaseOperation.Statement statement =
                    new DatabaseOperation.Statement(plainWrite(table), chance.percent(50), null);
            if (taken.add(itemOf(statement.plain(), table))) {
                statements.add(statement);
            }
        }
        return new DatabaseOperation.StatementBatch(statements);
    }

    // The table and the key of the item that is written, as far as it has one.
    private static String itemOf(DatabaseOperation plain, TableShape table) {
        Item item =
                switch (plain) {
                    case DatabaseOperation.Put put -> put.item();
                    case DatabaseOperation.Update update -> update.key();
                    case DatabaseOperation.Delete delete -> delete.key();
                    default -> throw new IllegalArgumentException("no write: " + plain);
                };
        return table.keySchema().attributes().stream()
                .map(key -> item.get(key.name()))
                .map(value -> value == null ? "none" : ValueText.format(value))
                .collect(Collectors.joining(", ", table.name() + ": ", ""));
    }

    DatabaseOperation read(TableShape table) {
        return switch (chance.below(4)) {
            case 0 ->
                    statement(
                            new DatabaseOperation.Get(
                                    table.name(), items.key(table), paths.projection(table)),
                            null);
            case 1, 2 -> query(table);
            default -> statement(scan(table), null);
        };
    }

    private DatabaseOperation statement(DatabaseOperation plain, @Nullable String orderBy) {
        return new DatabaseOperation.Statement(plain, chance.percent(50), orderBy);
    }

    private DatabaseOperation insert(TableShape table) {
        return new DatabaseOperation.Put(
                table.name(),
                items.itemOrFault(table),
                null,
                ReturnValues.NONE,
                chance.percent(50));
    }

    private DatabaseOperation update(TableShape table) {
        List<UpdateAction> actions =
                updates.actions(table).stream().filter(StatementGenerator::isExpressible).toList();
        if (actions.isEmpty()) {
            return delete(table);
        }
        return new DatabaseOperation.Update(
                table.name(),
                items.key(table),
                actions,
                condition(),
                updates.returnValues(actions),
                chance.percent(50));
    }

    // There is no if_not_exists, and nothing is added to numbers that may be missing.
    private static boolean isExpressible(UpdateAction action) {
        return switch (action) {
            case UpdateAction.Set(_, var value) -> isExpressible(value);
            case UpdateAction.Remove _ -> true;
            case UpdateAction.Add(_, var operand) -> isSet(operand);
            case UpdateAction.Delete(_, var members) -> isSet(members);
        };
    }

    private static boolean isExpressible(SetValue value) {
        return switch (value) {
            case SetValue.Plus(var left, var right) -> isExpressible(left) && isExpressible(right);
            case SetValue.Minus(var left, var right) -> isExpressible(left) && isExpressible(right);
            case SetValue.ListAppend(var first, var second) ->
                    isExpressible(first) && isExpressible(second);
            case SetValue.IfNotExists _ -> false;
            case SetValue.Stored _, SetValue.Literal _ -> true;
        };
    }

    private static boolean isSet(AttributeValue value) {
        return value instanceof AttributeValue.SS
                || value instanceof AttributeValue.NS
                || value instanceof AttributeValue.BS;
    }

    private DatabaseOperation delete(TableShape table) {
        return new DatabaseOperation.Delete(
                table.name(),
                items.key(table),
                condition(),
                chance.of(OLD_OR_NONE),
                chance.percent(50));
    }

    private @Nullable Condition condition() {
        return chance.percent(40) ? conditions.withoutKeys() : null;
    }

    private DatabaseOperation query(TableShape table) {
        DatabaseOperation.Query query = reads.query(table);
        IndexShape index = index(table, query.indexName());
        boolean isReadable = index != null || query.indexName() == null;
        if (!isReadable || query.keyCondition().partition() instanceof AttributeValue.Null) {
            return statement(scan(table), null);
        }
        boolean showsAll =
                index == null || index.projection().projectionType() == ProjectionType.ALL;
        String sortKey = sortKey(table, index);
        boolean isOrdered = sortKey != null && (!query.forward() || chance.percent(30));
        return statement(
                new DatabaseOperation.Query(
                        query.tableName(),
                        query.keyCondition(),
                        index == null ? condition() : null,
                        showsAll ? query.projection() : List.of(),
                        query.limit(),
                        query.forward() || !isOrdered,
                        false,
                        query.indexName()),
                isOrdered ? sortKey : null);
    }

    private static @Nullable IndexShape index(TableShape table, @Nullable String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String sortKey(TableShape table, @Nullable IndexShape index) {
        IndexKeySchema schema =
                index == null ? IndexKeySchema.of(table.keySchema()) : index.keySchema();
        return schema.sortKeys().isEmpty() ? null : schema.sortKeys().getFirst().name();
    }

    private DatabaseOperation scan(TableShape table) {
        return new DatabaseOperation.Scan(
                table.name(),
                chance.percent(70) ? keyed(table) : condition(),
                paths.projection(table),
                chance.percent(50) ? Integer.valueOf(1 + chance.below(4)) : null,
                null,
                false,
                null);
    }

    // Conditions that name one or two partition keys, so that they are read as queries.
    private Condition keyed(TableShape table) {
        KeyAttribute key = table.keySchema().partitionKey();
        AttributeValue one = values.key(key.type());
        AttributeValue other = values.key(key.type());
        Condition first = new Condition.And(equal(key, one), part(table));
        if (one.equals(other)) {
            return first;
        }
        return switch (chance.below(3)) {
            case 0 -> first;
            case 1 -> new Condition.Or(first, new Condition.And(part(table), equal(key, other)));
            default ->
                    new Condition.And(
                            new Condition.In(
                                    stored(key),
                                    List.of(new Operand.Literal(one), new Operand.Literal(other))),
                            part(table));
        };
    }

    private Condition part(TableShape table) {
        KeyAttribute sortKey = table.keySchema().sortKey();
        if (sortKey == null || chance.percent(40)) {
            return conditions.withoutKeys();
        }
        return new Condition.Comparison(
                stored(sortKey),
                chance.of(COMPARATORS),
                new Operand.Literal(sortValue(table, sortKey)));
    }

    private AttributeValue sortValue(TableShape table, KeyAttribute sortKey) {
        Map<String, AttributeValue> earlier = items.earlier(table);
        AttributeValue known = earlier.get(sortKey.name());
        return known != null && IndexShape.canBeKey(sortKey, known)
                ? known
                : values.key(sortKey.type());
    }

    private static Condition equal(KeyAttribute key, AttributeValue value) {
        return new Condition.Comparison(stored(key), Comparator.EQUAL, new Operand.Literal(value));
    }

    private static Operand stored(KeyAttribute key) {
        return new Operand.Stored(DocumentPath.of(key.name()));
    }
}
