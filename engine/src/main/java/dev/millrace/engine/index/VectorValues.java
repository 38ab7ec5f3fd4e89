package dev.millrace.engine.index;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Vectors between the two forms that they have: a list of numbers in an item, and floats of 32
/// bits in an index.
public final class VectorValues {
    private VectorValues() {}

    /// The components of a vector with so many of them; null if the value is anything else, or one
    /// of its numbers is beyond the range of floats.
    public static float @Nullable [] of(AttributeValue value, int dimensions) {
        return value instanceof AttributeValue.L(var elements) && elements.size() == dimensions
                ? of(elements)
                : null;
    }

    /// The components of a list of numbers; null if an element is none, or beyond the range of
    /// floats.
    public static float @Nullable [] of(List<AttributeValue> elements) {
        float[] components = new float[elements.size()];
        for (int i = 0; i < components.length; i++) {
            if (!(elements.get(i) instanceof AttributeValue.N(var number))) {
                return null;
            }
            components[i] = component(number);
            if (Float.isInfinite(components[i])) {
                return null;
            }
        }
        return components;
    }

    /// The float that is nearest to a number; infinite beyond their range.
    public static float component(Decimal number) {
        return Float.parseFloat(number.toString());
    }

    /// The list of numbers that an answer shows of a vector in an index: for each float the
    /// shortest number that names it.
    public static AttributeValue valueOf(float[] components) {
        List<AttributeValue> elements = new ArrayList<>(components.length);
        for (float component : components) {
            BigDecimal number = new BigDecimal(Float.toString(component));
            elements.add(new AttributeValue.N(Decimal.of(number)));
        }
        return new AttributeValue.L(elements);
    }
}
