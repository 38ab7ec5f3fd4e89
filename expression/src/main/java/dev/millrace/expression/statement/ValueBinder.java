package dev.millrace.expression.statement;

import dev.millrace.expression.partiql.Statement;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes values of literals and parameters.
///
/// @param parameters at least as many as the statement has
record ValueBinder(List<AttributeValue> parameters) {
    /// The value of a literal or parameter.
    ///
    /// @throws InvalidExpressionException if it is neither, or its value is not valid
    AttributeValue value(Term term) {
        AttributeValue known = valueOrNull(term);
        return known == null ? LiteralBinder.value(term) : known;
    }

    /// The value of a literal or parameter, or null for a term of another kind.
    ///
    /// @throws InvalidExpressionException if its value is not valid
    @Nullable AttributeValue valueOrNull(Term term) {
        return switch (term) {
            case Term.Parameter(_, int position) -> parameters.get(position);
            case Term.Text _,
                    Term.Numeral _,
                    Term.Truth _,
                    Term.Null _,
                    Term.ListOf _,
                    Term.StructOf _,
                    Term.BagOf _ ->
                    LiteralBinder.value(term);
            case Term.Path _,
                    Term.Missing _,
                    Term.Call _,
                    Term.Everything _,
                    Term.And _,
                    Term.Or _,
                    Term.Not _,
                    Term.Signed _,
                    Term.Infix _,
                    Term.Between _,
                    Term.In _,
                    Term.Is _,
                    Statement _ ->
                    null;
        };
    }

    /// The item that an INSERT writes: a literal map, whose values may be parameters.
    ///
    /// @throws InvalidExpressionException if it is no map, or a value is not valid
    Item item(Term term) {
        if (!(term instanceof Term.StructOf(_, List<Term.Entry> entries))) {
            throw TermNames.unsupported(term);
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (Term.Entry entry : entries) {
            LiteralBinder.put(attributes, LiteralBinder.name(entry), value(entry.value()));
        }
        return Item.of(attributes);
    }
}
