package dev.millrace.expression.statement;

import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.Update;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.partiql.ParsedStatement;
import dev.millrace.expression.partiql.Statement;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Reads a statement and gives its parameters their values.
public final class StatementReader {
    private final ValueBinder values;
    private final ConditionBinder conditions;

    private StatementReader(List<AttributeValue> parameters) {
        this.values = new ValueBinder(parameters);
        this.conditions = new ConditionBinder(values);
    }

    /// What the statement means.
    ///
    /// @throws ApiException if it is not well formed, has more `?` than there are parameters, or
    ///   cannot be carried out whatever the table
    public static BoundStatement read(
            ExpressionParser parser, String text, List<AttributeValue> parameters) {
        try {
            ParsedStatement parsed = parser.parseStatement(text);
            if (parsed.parameters() > parameters.size()) {
                throw new InvalidExpressionException(
                        "Number of parameters in request and statement don't match.");
            }
            return new StatementReader(parameters).bind(parsed.term());
        } catch (InvalidExpressionException invalid) {
            throw ApiException.validation(invalid.reason());
        }
    }

    private BoundStatement bind(Term term) {
        return switch (term) {
            case Statement.Select select -> select(select);
            case Statement.Insert(_, Statement.Source source, Term item) ->
                    new BoundStatement.Insert(SourceBinder.ofInsert(source), values.item(item));
            case Statement.Update update -> update(update);
            case Statement.Delete delete -> delete(delete);
            case Term.Call call when call.name().equals("exists") -> exists(call);
            case Term other -> throw TermNames.unsupported(other);
        };
    }

    private BoundStatement.Exists exists(Term.Call call) {
        if (call.operands().size() == 1
                && call.operands().getFirst() instanceof Statement.Select select) {
            return new BoundStatement.Exists(select(select));
        }
        throw FunctionBinder.unrecognized(call);
    }

    private BoundStatement.Select select(Statement.Select select) {
        Predicate where = where(select.where());
        List<SortTerm> order = order(select.order());
        Columns columns = null;
        String columnFault = null;
        try {
            columns = columns(select.columns());
        } catch (InvalidExpressionException invalid) {
            columnFault = invalid.reason();
        }
        return new BoundStatement.Select(
                SourceBinder.ofSelect(select.source()), columns, columnFault, where, order);
    }

    private BoundStatement.Update update(Statement.Update update) {
        return new BoundStatement.Update(
                SourceBinder.ofWrite(update.source()),
                Update.of(new AssignmentBinder(values).actions(update.changes())),
                where(update.where()),
                update.returning());
    }

    private BoundStatement.Delete delete(Statement.Delete delete) {
        Statement.Returning returning = delete.returning();
        if (returning != null && returning != Statement.Returning.ALL_OLD) {
            throw new InvalidExpressionException(
                    "Invalid returning clause: %s. Only RETURNING ALL OLD * is allowed in DELETE"
                                    .formatted(returning.clause())
                            + " statements.");
        }
        return new BoundStatement.Delete(
                SourceBinder.ofWrite(delete.source()), where(delete.where()), returning);
    }

    private @Nullable Predicate where(@Nullable Term where) {
        return where == null ? null : conditions.predicate(where);
    }

    private static @Nullable Columns columns(List<Statement.Column> written) {
        if (written.isEmpty()) {
            return null;
        }
        List<Columns.Column> columns = new ArrayList<>(written.size());
        for (Statement.Column column : written) {
            if (column.aliased()) {
                throw SourceBinder.aliased();
            }
            if (!(column.term() instanceof Term.Path path)) {
                throw PathBinder.unexpected(column.term().place());
            }
            columns.add(PathBinder.column(path));
        }
        return new Columns(columns);
    }

    private static List<SortTerm> order(List<Statement.Order> written) {
        List<SortTerm> order = new ArrayList<>(written.size());
        for (Statement.Order one : written) {
            if (!(one.term() instanceof Term.Path path) || !path.steps().isEmpty()) {
                throw TermNames.unsupported(one.term());
            }
            order.add(new SortTerm(path.root(), one.descending()));
        }
        return order;
    }
}
