package dev.millrace.expression.statement;

import dev.millrace.expression.partiql.Statement.Source;
import dev.millrace.expression.partiql.Term;
import dev.millrace.expression.syntax.InvalidExpressionException;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the table, and the index of it, that a statement names. A table may be named by its ARN;
/// whose it is has been checked by then.
final class SourceBinder {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[^:]*:dynamodb:[^:]+:[0-9]{12}:table/([a-zA-Z0-9_.-]{3,255})");

    private SourceBinder() {}

    /// What a SELECT reads.
    ///
    /// @throws InvalidExpressionException if it is no table or index, or has an alias
    static Relation ofSelect(Source source) {
        if (source.aliased()) {
            throw aliased();
        }
        return relation(source.path());
    }

    /// The table that an UPDATE or DELETE writes to.
    ///
    /// @throws InvalidExpressionException if it is no table, or has an alias
    static Relation ofWrite(Source source) {
        Relation relation = ofSelect(source);
        if (relation.indexName() != null) {
            throw new InvalidExpressionException("This operation is not supported on an index");
        }
        return relation;
    }

    /// The table that an INSERT writes to.
    ///
    /// @throws InvalidExpressionException if it is no table
    static Relation ofInsert(Source source) {
        if (!source.path().steps().isEmpty()) {
            throw new InvalidExpressionException(
                    "FROM clause may only contain a single table name");
        }
        return relation(source.path());
    }

    /// The fault of something that is given another name.
    static InvalidExpressionException aliased() {
        return new InvalidExpressionException("Aliasing is not supported");
    }

    private static Relation relation(Term.Path path) {
        String index = index(path.steps());
        if (path.root().isEmpty() || (index != null && index.isEmpty())) {
            throw new InvalidExpressionException("Path component cannot be an empty string");
        }
        return new Relation(plainName(path.root()), index);
    }

    private static @Nullable String index(List<Term.Step> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        if (steps.size() == 1 && steps.getFirst() instanceof Term.Step.Field(String name)) {
            return name;
        }
        throw new InvalidExpressionException(
                "A path may contain at most 2 components in the FROM clause");
    }

    private static String plainName(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return nameOrArn;
        }
        Matcher arn = ARN.matcher(nameOrArn);
        if (!arn.matches()) {
            throw new InvalidExpressionException("Invalid TableArn: " + nameOrArn);
        }
        return arn.group(1);
    }
}
