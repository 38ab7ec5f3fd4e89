package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.expression.LegacyParameters;
import dev.millrace.expression.Projection;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.request.GetItemRequest;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// Reads the item with a key. Every read is consistent; `ConsistentRead` only decides what it
/// costs.
public final class GetItem implements Operation<GetItemRequest, GetItemResponse> {
    private final ItemAccess access;

    public GetItem(ItemAccess access) {
        this.access = access;
    }

    @Override
    public GetItemResponse execute(GetItemRequest request) {
        RequestExpressions expressions = access.expressions(request.expressionAttributes());
        Projection attributesToGet = LegacyParameters.OF_READ.projection(request.attributesToGet());
        Projection projection = expressions.projection(request.projectionExpression());
        expressions.requireAllUsed();
        Table table = access.catalog().requireUsable(request.tableName());
        RowKey key = RowKey.of(table.id(), ItemKeys.ofKey(table.keySchema(), request.key()));
        access.requireRead(table, request.key());
        Item item = access.rows().read(key);
        access.requireMemory(item);
        double units =
                access.chargeRead(
                        table,
                        request.key(),
                        CapacityUnits.ofRead(CapacityUnits.size(item), request.consistentRead()));
        return new GetItemResponse(
                projected(item, attributesToGet == null ? projection : attributesToGet),
                CapacityUnits.report(request.returnConsumedCapacity(), table.name(), units));
    }

    private static @Nullable Item projected(@Nullable Item item, @Nullable Projection projection) {
        return item == null || projection == null ? item : projection.apply(item);
    }
}
