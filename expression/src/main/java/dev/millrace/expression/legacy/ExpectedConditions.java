package dev.millrace.expression.legacy;

import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.request.ConditionalOperator;
import dev.millrace.model.request.ExpectedAttributeValue;
import dev.millrace.model.request.LegacyOperator;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a predicate of `Expected`, which says of each attribute either that it has a value or does
/// not exist, or that a comparison holds.
public final class ExpectedConditions {
    private ExpectedConditions() {}

    /// The predicate that says what all entries, or with `OR` at least one, say.
    ///
    /// @throws InvalidParameterException if the members of an entry do not go together, or a
    ///   comparison has the wrong values
    public static Predicate of(
            Map<String, ExpectedAttributeValue> expected, @Nullable ConditionalOperator joinedBy) {
        List<Predicate> terms = new ArrayList<>();
        expected.forEach((attribute, entry) -> terms.add(of(attribute, entry)));
        return LegacyConditions.join(terms, joinedBy);
    }

    private static Predicate of(String attribute, ExpectedAttributeValue entry) {
        if (entry.value() != null && entry.attributeValueList() != null) {
            throw fault("Value and AttributeValueList cannot be used together", attribute);
        }
        LegacyOperator operator = entry.comparisonOperator();
        if (operator != null) {
            return comparison(attribute, operator, entry);
        }
        if (entry.attributeValueList() != null) {
            throw fault("AttributeValueList can only be used with a ComparisonOperator", attribute);
        }
        return existence(attribute, entry.exists(), entry.value());
    }

    private static Predicate comparison(
            String attribute, LegacyOperator operator, ExpectedAttributeValue entry) {
        if (entry.exists() != null) {
            throw fault("Exists and ComparisonOperator cannot be used together", attribute);
        }
        List<AttributeValue> values = values(entry);
        if (values == null) {
            if (operator != LegacyOperator.NULL && operator != LegacyOperator.NOT_NULL) {
                throw fault(
                        "Value or AttributeValueList must be used with ComparisonOperator: "
                                + operator,
                        attribute);
            }
            values = List.of();
        }
        return LegacyConditions.of(attribute, operator, values);
    }

    private static @Nullable List<AttributeValue> values(ExpectedAttributeValue entry) {
        AttributeValue value = entry.value();
        return value == null ? entry.attributeValueList() : List.of(value);
    }

    private static Predicate existence(
            String attribute, @Nullable Boolean exists, @Nullable AttributeValue value) {
        DocumentPath path = DocumentPath.of(attribute);
        if (Boolean.FALSE.equals(exists)) {
            if (value != null) {
                throw fault("Value cannot be used when Exists is false", attribute);
            }
            return new Predicate.AttributeNotExists(path);
        }
        if (value == null) {
            throw fault("Value must be provided when Exists is " + exists, attribute);
        }
        return new Predicate.Comparison(
                ComparisonOperator.EQUAL, new Operand.Path(path), new Operand.Constant(value));
    }

    private static InvalidParameterException fault(String reason, String attribute) {
        return InvalidParameterException.value(reason + " for Attribute: " + attribute);
    }
}
