package dev.millrace.engine.operation;

import dev.millrace.engine.index.ProjectedAttributes;
import dev.millrace.engine.query.Fetch;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.Projection;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.Select;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.List;

/// Which attributes of the items found Query and Scan return (dynamodb-api reference, section 9,
/// "Select").
record Selection(@Nullable Select select, @Nullable Projection projection) {
    /// The selection of a request, whose members go together.
    ///
    /// @param envelope a Query counts these faults, a Scan does not: seen on AWS in late 2026 by a
    ///   public test suite that runs there
    /// @param indexName null if the table itself is read
    static Selection of(
            ErrorEnvelope envelope,
            @Nullable Select select,
            @Nullable Projection projectionExpression,
            @Nullable Projection attributesToGet,
            @Nullable String indexName) {
        boolean projected = projectionExpression != null || attributesToGet != null;
        if (select == Select.SPECIFIC_ATTRIBUTES && !projected) {
            throw envelope.fault(
                    "Must specify the AttributesToGet or ProjectionExpression when choosing to get"
                            + " SPECIFIC_ATTRIBUTES");
        }
        if (projected && select != null && select != Select.SPECIFIC_ATTRIBUTES) {
            throw envelope.fault(
                    "Cannot specify the "
                            + (attributesToGet == null ? "ProjectionExpression" : "AttributesToGet")
                            + " when choosing to get "
                            + (select == Select.COUNT ? "only the Count" : select));
        }
        if (select == Select.ALL_PROJECTED_ATTRIBUTES && indexName == null) {
            throw envelope.fault(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
        return new Selection(
                select, attributesToGet == null ? projectionExpression : attributesToGet);
    }

    /// Refuses a projection on attributes that a global index does not hold.
    void requireProjected(ReadTarget target) {
        List<String> missing = missing(target);
        if (isGlobal(target) && !missing.isEmpty()) {
            throw ApiException.invalidParameter(
                    "Global secondary index %s does not project [%s]"
                            .formatted(nameOf(target), String.join(", ", missing)));
        }
    }

    /// Refuses all attributes of a global index that does not hold them all.
    void requireAllAttributes(ReadTarget target) {
        if (isGlobal(target) && wantsWholeItems(target)) {
            throw ApiException.invalidParameter(
                    "Select type ALL_ATTRIBUTES is not supported for global secondary index %s"
                                    .formatted(nameOf(target))
                            + " because its projection type is not ALL");
        }
    }

    /// How to get what an index does not hold: from its table; null if nothing is wanted of that.
    @Nullable Fetch fetch(ReadTarget target, boolean consistent) {
        return wantsWholeItems(target) || !missing(target).isEmpty()
                ? new Fetch(target.table(), consistent)
                : null;
    }

    /// The items to return, or null if only their number was asked for.
    @Nullable List<Item> of(Page page) {
        if (select == Select.COUNT) {
            return null;
        }
        return projection == null
                ? page.items()
                : page.items().stream().map(projection::apply).toList();
    }

    /// Those of the attributes that the index read does not hold; none if the table is read.
    static List<String> missing(ReadTarget target, Collection<String> names) {
        return switch (target) {
            case TableTarget _ -> List.of();
            case IndexTarget(var table, var index) ->
                    names.stream()
                            .filter(name -> !ProjectedAttributes.contains(table, index, name))
                            .toList();
        };
    }

    private List<String> missing(ReadTarget target) {
        return projection == null ? List.of() : missing(target, projection.attributeNames());
    }

    private boolean wantsWholeItems(ReadTarget target) {
        return select == Select.ALL_ATTRIBUTES
                && target instanceof IndexTarget(_, var index)
                && !ProjectedAttributes.areAll(index);
    }

    private static boolean isGlobal(ReadTarget target) {
        return target instanceof IndexTarget(_, var index) && index.kind() == IndexKind.GLOBAL;
    }

    private static String nameOf(ReadTarget target) {
        return switch (target) {
            case TableTarget(var table) -> table.name();
            case IndexTarget(_, var index) -> index.name();
        };
    }
}
