package dev.millrace.engine.operation;

import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.IndexUnits;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/// What a page of Query or Scan costs: its rows together, on the table or the index that was read,
/// and on the table each item that was fetched for an entry (dynamodb-api reference, section 6.2).
final class ReadCapacity {
    private ReadCapacity() {}

    /// Goes on if there is capacity to read from `target`. A local index has its table's; a global
    /// one has its own.
    ///
    /// @param partition the values of the partition key, if only that is read; otherwise empty
    /// @throws ThroughputExceededException if there is none
    static void require(ItemAccess access, ReadTarget target, List<AttributeValue> partition) {
        if (!access.isThrottled()) {
            return;
        }
        ThroughputExceededException refusal = access.throttle().tryTake(demand(target, 0));
        if (refusal != null) {
            if (!partition.isEmpty() && Contributors.watches(target.table())) {
                access.contributors().throttled(target, partition);
            }
            throw refusal;
        }
    }

    /// Counts what the page has cost, and tells what to answer, null if it was not asked for.
    static @Nullable ConsumedCapacity charge(
            ItemAccess access,
            ReturnConsumedCapacity wanted,
            ReadTarget target,
            Page page,
            boolean consistent) {
        double units = CapacityUnits.ofRead(page.scannedBytes(), consistent);
        return charge(access, wanted, target, units, page.fetchedUnits(), page.rows());
    }

    /// The same of these units: those of the rows, and those of the items fetched for them.
    ///
    /// @param rows all that were looked at, if anybody watches
    static @Nullable ConsumedCapacity charge(
            ItemAccess access,
            ReturnConsumedCapacity wanted,
            ReadTarget target,
            double units,
            double fetchedUnits,
            List<Item> rows) {
        if (access.isThrottled()) {
            access.throttle().settle(demand(target, units + fetchedUnits));
        }
        if (!rows.isEmpty()) {
            access.contributors().page(target, rows, units + fetchedUnits);
        }
        return CapacityUnits.report(
                wanted,
                target.table().name(),
                switch (target) {
                    case TableTarget _ -> units;
                    case IndexTarget _ -> fetchedUnits;
                },
                ofIndex(target, units));
    }

    private static Demand demand(ReadTarget target, double units) {
        return target instanceof IndexTarget(var table, var index)
                        && index.kind() == IndexKind.GLOBAL
                ? Demand.reads(table, index.name(), units)
                : Demand.reads(target.table(), units);
    }

    private static IndexUnits ofIndex(ReadTarget target, double units) {
        return switch (target) {
            case TableTarget _ -> IndexUnits.NONE;
            case IndexTarget(_, var index) ->
                    index.kind() == IndexKind.LOCAL
                            ? new IndexUnits(Map.of(index.name(), units), Map.of())
                            : new IndexUnits(Map.of(), Map.of(index.name(), units));
        };
    }
}
