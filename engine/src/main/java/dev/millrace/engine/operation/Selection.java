package dev.millrace.engine.operation;

import dev.millrace.engine.query.Page;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.Projection;
import dev.millrace.model.request.Select;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Which attributes of the items found Query and Scan return (dynamodb-api reference, section 9,
/// "Select").
final class Selection {
    private Selection() {}

    /// Checks that `select` and the presence of a projection go together, on a table without index.
    ///
    /// @param envelope a Query counts these faults, a Scan does not: seen on AWS in late 2026 by a
    ///   public test suite that runs there
    static void require(
            ErrorEnvelope envelope,
            @Nullable Select select,
            @Nullable Projection projectionExpression,
            @Nullable Projection attributesToGet) {
        boolean projected = projectionExpression != null || attributesToGet != null;
        if (select == Select.ALL_PROJECTED_ATTRIBUTES) {
            throw envelope.fault(
                    "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName");
        }
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
    }

    /// The items to return, or null if only their number was asked for.
    static @Nullable List<Item> of(
            Page page, @Nullable Select select, @Nullable Projection projection) {
        if (select == Select.COUNT) {
            return null;
        }
        return projection == null
                ? page.items()
                : page.items().stream().map(projection::apply).toList();
    }
}
