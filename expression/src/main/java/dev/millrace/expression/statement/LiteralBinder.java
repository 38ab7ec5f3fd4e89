package dev.millrace.expression.statement;

import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes values of literals. Faults within one tell where in it they are: `root.a[1]`.
final class LiteralBinder {
    /// The most levels of maps and lists around a value (dynamodb-api reference, section 4).
    private static final int LEVELS_MAX = 31;

    private static final String ROOT = "root";
    private static final String INVALID = "One or more parameter values were invalid: ";

    private LiteralBinder() {}

    /// The value of a literal.
    ///
    /// @throws InvalidExpressionException if it is none, or its value is not valid
    static AttributeValue value(Term term) {
        return value(term, ROOT, 0);
    }

    private static AttributeValue value(Term term, String path, int level) {
        if (level > LEVELS_MAX) {
            throw new InvalidExpressionException(
                    "Nesting Levels have exceeded supported limits under " + path);
        }
        return switch (term) {
            case Term.Text(_, String text) -> new AttributeValue.S(text);
            case Term.Numeral number -> new AttributeValue.N(number(number, path));
            case Term.Truth(_, boolean truth) -> new AttributeValue.Bool(truth);
            case Term.Null _ -> new AttributeValue.Null();
            case Term.ListOf(_, List<Term> elements) -> list(elements, path, level);
            case Term.StructOf(_, List<Term.Entry> entries) -> map(entries, path, level);
            case Term.BagOf(_, List<Term> members) -> set(members, path);
            case Term other -> throw unsupported(other, path);
        };
    }

    private static AttributeValue list(List<Term> elements, String path, int level) {
        List<AttributeValue> values = new ArrayList<>(elements.size());
        for (Term element : elements) {
            values.add(value(element, path + "[" + values.size() + "]", level + 1));
        }
        return new AttributeValue.L(values);
    }

    private static AttributeValue map(List<Term.Entry> entries, String path, int level) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (Term.Entry entry : entries) {
            String name = name(entry);
            put(values, name, value(entry.value(), path + "." + name, level + 1));
        }
        return new AttributeValue.M(values);
    }

    /// The name of an entry, which is a text.
    ///
    /// @throws InvalidExpressionException if it is not
    static String name(Term.Entry entry) {
        if (entry.name() instanceof Term.Text(_, String name)) {
            return name;
        }
        throw unsupported(entry.name(), ROOT);
    }

    /// Puts an entry to others of other names.
    ///
    /// @throws InvalidExpressionException if one of them has its name
    static void put(Map<String, AttributeValue> values, String name, AttributeValue value) {
        if (values.put(name, value) != null) {
            throw new InvalidExpressionException("Duplicate attribute name: " + name);
        }
    }

    private static AttributeValue set(List<Term> members, String path) {
        if (members.isEmpty()) {
            throw new InvalidExpressionException("Empty bags are not supported");
        }
        if (members.stream().allMatch(Term.Text.class::isInstance)) {
            return ofTexts(members.stream().map(member -> ((Term.Text) member).value()).toList());
        }
        if (members.stream().allMatch(Term.Numeral.class::isInstance)) {
            return ofNumbers(members.stream().map(Term.Numeral.class::cast).toList(), path);
        }
        throw new InvalidExpressionException(
                "Unsupported data type in Bag. DynamoDB only supports either numbers or strings in"
                        + " bags");
    }

    private static AttributeValue ofTexts(List<String> texts) {
        if (new HashSet<>(texts).size() < texts.size()) {
            throw new InvalidExpressionException(
                    INVALID + "Input collection " + texts + " contains duplicates.");
        }
        return AttributeValue.SS.of(texts);
    }

    // Unlike texts, numbers are compared by value, and told with their place.
    private static AttributeValue ofNumbers(List<Term.Numeral> written, String path) {
        List<Decimal> numbers = written.stream().map(number -> number(number, path)).toList();
        if (new HashSet<>(numbers).size() < numbers.size()) {
            throw new InvalidExpressionException(
                    INVALID
                            + "Input collection "
                            + written.stream().map(Term.Numeral::text).toList()
                            + " contains duplicates! under "
                            + path);
        }
        return AttributeValue.NS.of(numbers);
    }

    private static Decimal number(Term.Numeral number, String path) {
        try {
            return Decimal.parse(number.text());
        } catch (ApiException fault) {
            throw new InvalidExpressionException(fault.getMessage() + " under " + path);
        }
    }

    private static InvalidExpressionException unsupported(Term term, String path) {
        String name = term instanceof Term.Call call ? call.name() : TermNames.of(term);
        return new InvalidExpressionException(
                "Unsupported data type: %s under key %s at %s".formatted(name, path, term.place()));
    }
}
