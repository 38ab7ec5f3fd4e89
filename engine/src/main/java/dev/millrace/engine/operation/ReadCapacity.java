package dev.millrace.engine.operation;

import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.response.ConsumedCapacity;
import dev.millrace.model.response.IndexUnits;
import dev.millrace.model.table.IndexKind;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a page of Query or Scan costs: its rows together, on the table or the index that was read,
/// and on the table each item that was fetched for an entry (dynamodb-api reference, section 6.2).
final class ReadCapacity {
    private ReadCapacity() {}

    /// What to answer, or null if it was not asked for.
    static @Nullable ConsumedCapacity report(
            ReturnConsumedCapacity wanted, ReadTarget target, Page page, boolean consistent) {
        double units = CapacityUnits.ofRead(page.scannedBytes(), consistent);
        return CapacityUnits.report(
                wanted,
                target.table().name(),
                switch (target) {
                    case TableTarget _ -> units;
                    case IndexTarget _ -> page.fetchedUnits();
                },
                ofIndex(target, units));
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
