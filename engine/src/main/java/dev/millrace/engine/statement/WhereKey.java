package dev.millrace.engine.statement;

import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.expression.SortKeyCondition;
import dev.millrace.expression.ast.ComparisonOperator;
import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.expression.ast.Operand;
import dev.millrace.expression.ast.Predicate;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The key of the one item that a condition is about: what its terms, joined by `AND`, demand that
/// the key attributes equal.
public final class WhereKey {
    private final Map<String, Set<AttributeValue>> equalities = new LinkedHashMap<>();
    private final KeySchema schema;
    private boolean demandsMore;

    private WhereKey(KeySchema schema) {
        this.schema = schema;
    }

    /// The key as an item, its values of whatever types; nothing if an attribute is not demanded to
    /// equal anything.
    ///
    /// @throws ApiException if one is demanded to equal two different values
    public static Optional<Item> ofWrite(KeySchema schema, @Nullable Predicate where) {
        WhereKey key = of(schema, where);
        key.equalities.forEach((attribute, values) -> {
            if (values.size() > 1) {
                throw ApiException.validation(
                        "Multiple conditions on same key "
                                + attribute
                                + ". Only single item Update/Insert/Delete are supported");
            }
        });
        return key.item();
    }

    /// The key that an `EXISTS` checks the item of: the first value of each attribute.
    ///
    /// @throws ApiException if it checks nothing besides the key, or there is no key
    public static Item ofExists(KeySchema schema, @Nullable Predicate where) {
        WhereKey key = of(schema, where);
        boolean demandsTwo = key.equalities.values().stream().anyMatch(of -> of.size() > 1);
        return key.item()
                .filter(_ -> key.demandsMore || demandsTwo)
                .orElseThrow(() ->
                        ApiException.validation(
                                "EXISTS() must contain a single item read with additional"
                                        + " condition"));
    }

    /// The key that a SELECT reads the item of, if its condition demands one key and nothing else.
    /// An `IN` with one candidate is an equality.
    ///
    /// @throws ApiException if the condition names several keys in a way that cannot be read
    public static Optional<Item> ofRead(BoundStatement.Select select, TableTarget target) {
        Predicate where = select.where();
        if (where == null) {
            return Optional.empty();
        }
        List<Branch> branches = KeyBranches.of(where, target.keySchema());
        if (branches.size() > 1) {
            ReadPlan.of(select, target);
            return Optional.empty();
        }
        return ofBranch(branches.getFirst(), target);
    }

    private static Optional<Item> ofBranch(Branch branch, ReadTarget target) {
        Set<SortKeyCondition> sorts = new LinkedHashSet<>(branch.sorts());
        List<KeyAttribute> sortKeys = target.keySchema().sortKeys();
        if (!branch.isKeyed() || !branch.rest().isEmpty() || sorts.size() != sortKeys.size()) {
            return Optional.empty();
        }
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        key.put(target.keySchema().partitionKeys().getFirst().name(), branch.partition());
        for (SortKeyCondition sort : sorts) {
            if (!(sort instanceof SortKeyCondition.EqualTo(AttributeValue value))) {
                return Optional.empty();
            }
            key.put(sortKeys.getFirst().name(), value);
        }
        return Optional.of(Item.of(key));
    }

    private static WhereKey of(KeySchema schema, @Nullable Predicate where) {
        WhereKey key = new WhereKey(schema);
        if (where != null) {
            key.add(where);
        }
        return key;
    }

    private void add(Predicate predicate) {
        if (predicate instanceof Predicate.And(List<Predicate> terms)) {
            terms.forEach(this::add);
        } else if (!(predicate instanceof Predicate.Comparison comparison)
                || comparison.operator() != ComparisonOperator.EQUAL
                || !(add(comparison.left(), comparison.right())
                        || add(comparison.right(), comparison.left()))) {
            demandsMore = true;
        }
    }

    private boolean add(Operand attribute, Operand constant) {
        if (attribute instanceof Operand.Path(DocumentPath path)
                && !path.isNested()
                && schema.contains(path.attribute())
                && constant instanceof Operand.Constant(AttributeValue value)) {
            equalities.computeIfAbsent(path.attribute(), _ -> new LinkedHashSet<>()).add(value);
            return true;
        }
        return false;
    }

    private Optional<Item> item() {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        for (KeyAttribute attribute : schema.attributes()) {
            Set<AttributeValue> values = equalities.get(attribute.name());
            if (values == null) {
                return Optional.empty();
            }
            key.put(attribute.name(), values.iterator().next());
        }
        return Optional.of(Item.of(key));
    }
}
