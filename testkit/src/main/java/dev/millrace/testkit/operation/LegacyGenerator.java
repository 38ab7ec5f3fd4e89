package dev.millrace.testkit.operation;

import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.testkit.expression.DocumentPath;
import dev.millrace.testkit.expression.SetValue;
import dev.millrace.testkit.expression.UpdateAction;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes writes and reads with legacy parameters. Their values suit their operators; what is
/// refused is for wire scripts, which compare texts.
final class LegacyGenerator {
    private static final List<AttributeValue.Type> ORDERED =
            List.of(AttributeValue.Type.S, AttributeValue.Type.N, AttributeValue.Type.B);
    private static final List<AttributeValue.Type> ADDABLE =
            List.of(
                    AttributeValue.Type.N,
                    AttributeValue.Type.SS,
                    AttributeValue.Type.NS,
                    AttributeValue.Type.BS,
                    AttributeValue.Type.L);
    private static final List<AttributeValue.Type> SETS =
            List.of(AttributeValue.Type.SS, AttributeValue.Type.NS, AttributeValue.Type.BS);

    private final Chance chance;
    private final ItemGenerator items;
    private final ValueGenerator values;
    private final ReadGenerator reads;

    LegacyGenerator(
            Chance chance, ItemGenerator items, ValueGenerator values, ReadGenerator reads) {
        this.chance = chance;
        this.items = items;
        this.values = values;
        this.reads = reads;
    }

    DatabaseOperation read(TableShape table) {
        List<Expectation> filter = filter();
        boolean any = filter.size() > 1 && chance.percent(40);
        DatabaseOperation read =
                chance.percent(60) ? plain(reads.query(table)) : plain(reads.scan(table));
        return new DatabaseOperation.LegacyRead(filter, any, read);
    }

    private static DatabaseOperation plain(DatabaseOperation.Query query) {
        return new DatabaseOperation.Query(
                query.tableName(),
                query.keyCondition(),
                null,
                wholeAttributes(query.projection()),
                query.limit(),
                query.forward(),
                query.countsOnly(),
                query.indexName());
    }

    private static DatabaseOperation plain(DatabaseOperation.Scan scan) {
        return new DatabaseOperation.Scan(
                scan.tableName(),
                null,
                wholeAttributes(scan.projection()),
                scan.limit(),
                scan.totalSegments(),
                scan.countsOnly(),
                scan.indexName());
    }

    private static List<DocumentPath> wholeAttributes(List<DocumentPath> projection) {
        return projection.stream()
                .map(path -> DocumentPath.of(path.attribute()))
                .distinct()
                .toList();
    }

    private List<Expectation> filter() {
        Map<String, Expectation> filter = new LinkedHashMap<>();
        int count = chance.below(4);
        for (int i = 0; i < count; i++) {
            AttributeShape shape = chance.of(AttributeShape.ALL);
            filter.put(shape.name(), compared(shape));
        }
        return List.copyOf(filter.values());
    }

    DatabaseOperation write(TableShape table) {
        List<Expectation> expected = expected();
        boolean any = expected.size() > 1 && chance.percent(40);
        return new DatabaseOperation.LegacyWrite(expected, any, modern(table));
    }

    // The same write without its expectations.
    private DatabaseOperation modern(TableShape table) {
        ReturnValues old = chance.percent(50) ? ReturnValues.ALL_OLD : ReturnValues.NONE;
        return switch (chance.below(4)) {
            case 0 -> new DatabaseOperation.Put(table.name(), items.item(table), null, old, false);
            case 1 ->
                    new DatabaseOperation.Delete(table.name(), items.key(table), null, old, false);
            default ->
                    new DatabaseOperation.Update(
                            table.name(),
                            items.key(table),
                            actions(),
                            null,
                            chance.of(List.of(ReturnValues.values())),
                            false);
        };
    }

    private List<Expectation> expected() {
        Map<String, Expectation> expected = new LinkedHashMap<>();
        int count = chance.below(3);
        for (int i = 0; i < count; i++) {
            AttributeShape shape = chance.of(AttributeShape.ALL);
            expected.put(shape.name(), expectation(shape));
        }
        return List.copyOf(expected.values());
    }

    private Expectation expectation(AttributeShape shape) {
        if (chance.percent(30)) {
            boolean absent = chance.percent(60);
            return new Expectation(
                    shape.name(), null, absent ? List.of() : List.of(value(shape.type())));
        }
        return compared(shape);
    }

    private Expectation compared(AttributeShape shape) {
        LegacyOperator operator = chance.of(List.of(LegacyOperator.values()));
        return new Expectation(shape.name(), operator, operands(operator, shape));
    }

    private List<AttributeValue> operands(LegacyOperator operator, AttributeShape shape) {
        AttributeValue.Type ordered =
                ORDERED.contains(shape.type()) ? shape.type() : chance.of(ORDERED);
        return switch (operator) {
            case NULL, NOT_NULL -> List.of();
            case EQ, NE -> List.of(value(shape.type()));
            case LE, LT, GE, GT, CONTAINS, NOT_CONTAINS -> List.of(value(ordered));
            case IN -> List.of(value(ordered), value(ordered));
            case BEGINS_WITH ->
                    List.of(
                            value(
                                    chance.percent(50)
                                            ? AttributeValue.Type.S
                                            : AttributeValue.Type.B));
            case BETWEEN -> bounds();
        };
    }

    private List<AttributeValue> bounds() {
        List<AttributeValue> bounds =
                new ArrayList<>(
                        List.of(value(AttributeValue.Type.N), value(AttributeValue.Type.N)));
        bounds.sort(Comparator.comparing(LegacyGenerator::number));
        return bounds;
    }

    private static BigDecimal number(AttributeValue value) {
        return ((AttributeValue.N) value).value().number();
    }

    private List<UpdateAction> actions() {
        Map<String, UpdateAction> actions = new LinkedHashMap<>();
        int count = chance.below(4);
        for (int i = 0; i < count; i++) {
            AttributeShape shape = chance.of(AttributeShape.ALL);
            actions.put(shape.name(), action(shape));
        }
        return List.copyOf(actions.values());
    }

    private UpdateAction action(AttributeShape shape) {
        DocumentPath path = DocumentPath.of(shape.name());
        AttributeValue.Type addable =
                ADDABLE.contains(shape.type()) ? shape.type() : chance.of(ADDABLE);
        AttributeValue.Type set = SETS.contains(shape.type()) ? shape.type() : chance.of(SETS);
        return switch (chance.below(4)) {
            case 0 -> new UpdateAction.Set(path, new SetValue.Literal(value(shape.type())));
            case 1 -> new UpdateAction.Add(path, value(addable));
            case 2 -> new UpdateAction.Delete(path, value(set));
            default -> new UpdateAction.Remove(path);
        };
    }

    private AttributeValue value(AttributeValue.Type type) {
        return values.of(type);
    }
}
