package dev.millrace.testkit.reference;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.operation.VectorShape;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An index of vectors, made anew from the table whenever it is searched (source: dynamodb-api
/// reference, section 17, and the captures that it was completed from).
record ReferenceVectors(ReferenceTable table, VectorShape shape) {
    /// The nearest items.
    Result search(DatabaseOperation.Search search) {
        if (search.vector().size() != shape.dimensions()) {
            throw ApiException.validation("Input search vector dimension");
        }
        if (search.partition() == null) {
            throw ApiException.validation("SearchConditionExpression must be provided");
        }
        List<Result.Scored> all = new ArrayList<>();
        for (Map<String, AttributeValue> item : table.items()) {
            if (isWanted(item, shape.partition(), search.partition())
                    && (search.filter() == null
                            || isWanted(item, shape.filter(), search.filter()))) {
                add(item, search.vector(), all);
            }
        }
        return Result.Near.of(all, search.topK(), shape.distance().isLargerNearer());
    }

    /// Checks what is to be stored, of the attributes that are written.
    void requireStorable(Map<String, AttributeValue> item, Collection<String> names) {
        AttributeValue vector = item.get(shape.attribute());
        if (vector != null && names.contains(shape.attribute()) && numbers(vector) == null) {
            throw ApiException.validation("Invalid type, size or value for parameter");
        }
        for (KeyAttribute attribute : shape.named()) {
            AttributeValue value = item.get(attribute.name());
            if (value != null
                    && names.contains(attribute.name())
                    && !attribute.type().matches(value)) {
                throw ApiException.validation("Attribute type mismatch");
            }
        }
    }

    private void add(
            Map<String, AttributeValue> item, List<Decimal> wanted, List<Result.Scored> all) {
        AttributeValue value = item.get(shape.attribute());
        double[] vector = value == null ? null : numbers(value);
        if (vector != null) {
            Map<String, AttributeValue> shown = new LinkedHashMap<>(item);
            shown.remove(shape.attribute());
            all.add(new Result.Scored((float) score(wanted, vector), Item.of(shown)));
        }
    }

    private double score(List<Decimal> wanted, double[] vector) {
        double product = 0;
        double wantedSquared = 0;
        double vectorSquared = 0;
        double lineSquared = 0;
        for (int i = 0; i < vector.length; i++) {
            double one = wanted.get(i).number().doubleValue();
            product += one * vector[i];
            wantedSquared += one * one;
            vectorSquared += vector[i] * vector[i];
            lineSquared += (one - vector[i]) * (one - vector[i]);
        }
        return switch (shape.distance()) {
            case DOT_PRODUCT -> product;
            case EUCLIDEAN -> Math.sqrt(lineSquared);
            case COSINE ->
                    wantedSquared == 0 || vectorSquared == 0
                            ? 1
                            : 1 - product / Math.sqrt(wantedSquared * vectorSquared);
        };
    }

    private static boolean isWanted(
            Map<String, AttributeValue> item, KeyAttribute attribute, AttributeValue wanted) {
        return wanted.equals(item.get(attribute.name()));
    }

    // All components are small or beyond the floats, so that floats hold them exactly or not at
    // all.
    private double @Nullable [] numbers(AttributeValue value) {
        if (!(value instanceof AttributeValue.L(var elements))
                || elements.size() != shape.dimensions()) {
            return null;
        }
        double[] numbers = new double[elements.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (!(elements.get(i) instanceof AttributeValue.N(var number))) {
                return null;
            }
            float component = number.number().floatValue();
            if (Float.isInfinite(component)) {
                return null;
            }
            numbers[i] = component;
        }
        return numbers;
    }
}
