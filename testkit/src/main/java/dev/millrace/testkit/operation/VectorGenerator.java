package dev.millrace.testkit.operation;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Makes vectors, rarely such that an index cannot hold, and searches for them. Components are
/// small and few, so that many vectors have equal distances and some none.
final class VectorGenerator {
    private static final int TOP_K_MAX = 12;
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Chance chance;
    private final ValueGenerator values;

    VectorGenerator(Chance chance, ValueGenerator values) {
        this.chance = chance;
        this.values = values;
    }

    /// What an item has in the place of its vector.
    AttributeValue value(VectorShape index) {
        return switch (chance.below(150)) {
            case 0 -> values.any();
            case 1 -> list(index.dimensions() + 1);
            case 2 -> new AttributeValue.L(List.of(values.any(), values.any()));
            case 3 -> new AttributeValue.L(List.of(number("1E+39"), number("1")));
            default -> list(index.dimensions());
        };
    }

    /// A search of an index that the table has.
    DatabaseOperation search(TableShape table) {
        VectorShape index = chance.of(table.vectors());
        AttributeValue filter = chance.percent(40) ? values.key(index.filter().type()) : null;
        return new DatabaseOperation.Search(
                table.name(),
                index,
                components(index.dimensions() + (chance.percent(2) ? 1 : 0)),
                1 + chance.below(TOP_K_MAX),
                partition(index),
                filter);
    }

    private @Nullable AttributeValue partition(VectorShape index) {
        return chance.percent(2) ? null : values.key(index.partition().type());
    }

    private AttributeValue list(int dimensions) {
        List<AttributeValue> elements = new ArrayList<>();
        components(dimensions).forEach(each -> elements.add(new AttributeValue.N(each)));
        return new AttributeValue.L(elements);
    }

    private List<Decimal> components(int dimensions) {
        List<Decimal> components = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            components.add(Decimal.of(HALF.multiply(BigDecimal.valueOf(chance.below(17) - 8))));
        }
        return components;
    }

    private static AttributeValue number(String text) {
        return new AttributeValue.N(Decimal.parse(text));
    }
}
