package dev.millrace.engine.statement;

import dev.millrace.expression.Condition;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// Takes a condition apart into its alternatives, as far as the key is concerned.
///
/// Only what names a key attribute is taken apart. A part that names none is kept whole, also if it
/// has alternatives of its own.
final class KeyBranches {
    /// The most alternatives that are made, far more than can be read.
    static final int BRANCHES_MAX = 10_000;

    private final String partitionKey;
    private final @Nullable String sortKey;

    private KeyBranches(IndexKeySchema schema) {
        partitionKey = schema.partitionKeys().getFirst().name();
        sortKey = schema.sortKeys().isEmpty() ? null : schema.sortKeys().getFirst().name();
    }

    /// The alternatives of `where` on a key of one attribute of each kind.
    ///
    /// @throws ApiException if they are more than [#BRANCHES_MAX]
    static List<Branch> of(Predicate where, IndexKeySchema schema) {
        return new KeyBranches(schema).branches(where);
    }

    /// The fault of a condition with more alternatives than can be read.
    static ApiException tooMany() {
        return ApiException.validation("Too many decomposed read operations for a given query.");
    }

    private List<Branch> branches(Predicate predicate) {
        if (!names(predicate, partitionKey) && !names(predicate, sortKey)) {
            return List.of(Branch.ofRest(predicate, false));
        }
        return switch (predicate) {
            case Predicate.And(List<Predicate> terms) -> all(terms);
            case Predicate.Or(List<Predicate> terms) -> any(terms);
            case Predicate.Comparison comparison -> List.of(of(comparison));
            case Predicate.In in -> in(in);
            case Predicate.Between(
                            Operand.Path(DocumentPath path),
                            Operand.Constant(AttributeValue lower),
                            Operand.Constant(AttributeValue upper))
                    when isSortKey(path) ->
                    List.of(Branch.ofSort(new SortKeyCondition.Between(lower, upper)));
            case Predicate.BeginsWith(
                            Operand.Path(DocumentPath path),
                            Operand.Constant(AttributeValue prefix))
                    when isSortKey(path) ->
                    List.of(Branch.ofSort(new SortKeyCondition.BeginsWith(prefix)));
            case Predicate.Not not -> List.of(Branch.ofRest(not, names(not, sortKey)));
            case Predicate.Between _,
                    Predicate.BeginsWith _,
                    Predicate.AttributeExists _,
                    Predicate.AttributeNotExists _,
                    Predicate.AttributeType _,
                    Predicate.Contains _ ->
                    List.of(Branch.ofRest(predicate, false));
        };
    }

    // Terms with one alternative come first, so that little is copied for each of many.
    private List<Branch> all(List<Predicate> terms) {
        Branch common = Branch.EMPTY;
        List<List<Branch>> several = new ArrayList<>();
        for (Predicate term : terms) {
            List<Branch> branches = branches(term);
            if (branches.size() == 1) {
                common = common.and(branches.getFirst());
            } else {
                several.add(branches);
            }
        }
        List<Branch> product = List.of(common);
        for (List<Branch> branches : several) {
            product = product(product, branches);
        }
        return product;
    }

    private static List<Branch> product(List<Branch> ones, List<Branch> others) {
        requireCount((long) ones.size() * others.size());
        List<Branch> product = new ArrayList<>();
        for (Branch one : ones) {
            for (Branch other : others) {
                product.add(one.and(other));
            }
        }
        return product;
    }

    private List<Branch> any(List<Predicate> terms) {
        List<Branch> union = new ArrayList<>();
        for (Predicate term : terms) {
            union.addAll(branches(term));
            requireCount(union.size());
        }
        return union;
    }

    private static void requireCount(long count) {
        if (count > BRANCHES_MAX) {
            throw tooMany();
        }
    }

    private Branch of(Predicate.Comparison comparison) {
        if (comparison.left() instanceof Operand.Path(DocumentPath path)
                && comparison.right() instanceof Operand.Constant(AttributeValue value)) {
            return of(comparison, path, comparison.operator(), value);
        }
        if (comparison.right() instanceof Operand.Path(DocumentPath path)
                && comparison.left() instanceof Operand.Constant(AttributeValue value)) {
            return of(comparison, path, comparison.operator().mirrored(), value);
        }
        return Branch.ofRest(comparison, false);
    }

    private Branch of(
            Predicate whole, DocumentPath path, ComparisonOperator operator, AttributeValue value) {
        if (isPartitionKey(path) && operator == ComparisonOperator.EQUAL) {
            return Branch.ofPartition(value);
        }
        if (!isSortKey(path)) {
            return Branch.ofRest(whole, false);
        }
        return switch (operator) {
            case EQUAL -> Branch.ofSort(new SortKeyCondition.EqualTo(value));
            case NOT_EQUAL -> Branch.ofRest(whole, true);
            case LESS -> Branch.ofSort(new SortKeyCondition.LessThan(value));
            case LESS_OR_EQUAL -> Branch.ofSort(new SortKeyCondition.LessOrEqual(value));
            case GREATER -> Branch.ofSort(new SortKeyCondition.GreaterThan(value));
            case GREATER_OR_EQUAL -> Branch.ofSort(new SortKeyCondition.GreaterOrEqual(value));
        };
    }

    private List<Branch> in(Predicate.In in) {
        boolean isOfKey =
                in.operand() instanceof Operand.Path(DocumentPath path)
                        && (isPartitionKey(path) || isSortKey(path))
                        && in.candidates().stream().allMatch(Operand.Constant.class::isInstance);
        if (!isOfKey) {
            return List.of(Branch.ofRest(in, false));
        }
        return in.candidates().stream()
                .map(candidate ->
                        of(
                                new Predicate.Comparison(
                                        ComparisonOperator.EQUAL, in.operand(), candidate)))
                .toList();
    }

    private boolean isPartitionKey(DocumentPath path) {
        return !path.isNested() && path.attribute().equals(partitionKey);
    }

    private boolean isSortKey(DocumentPath path) {
        return !path.isNested() && path.attribute().equals(sortKey);
    }

    private static boolean names(Predicate predicate, @Nullable String attribute) {
        return attribute != null && Condition.of(predicate).attributeNames().contains(attribute);
    }
}
