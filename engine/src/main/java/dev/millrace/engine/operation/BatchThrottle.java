package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.ThroughputExceededException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The writes of one batch that their tables have capacity for. The others stay unprocessed; if
/// that is all of them, the batch is refused.
final class BatchThrottle {
    private final ItemAccess access;
    private final List<ItemWrite> writes;
    private final Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
    private final Map<Table, Double> taken = new LinkedHashMap<>();
    private @Nullable ThroughputExceededException refusal;

    /// @param planned one write for each of the request, in its order
    /// @throws ThroughputExceededException if there is capacity for none
    BatchThrottle(ItemAccess access, BatchWriteItemRequest request, List<ItemWrite> planned) {
        this.access = access;
        this.writes = access.isThrottled() ? admitted(request, planned) : planned;
        if (writes.isEmpty() && refusal != null) {
            throw refusal;
        }
    }

    /// What is to be carried out.
    List<ItemWrite> writes() {
        return writes;
    }

    /// What is not, by table.
    Map<String, List<WriteRequest>> unprocessed() {
        return unprocessed;
    }

    /// Settles what the writes cost their tables in truth.
    ///
    /// @param outcomes of [#writes], in their order
    void settle(List<ItemWrite.Outcome> outcomes) {
        if (taken.isEmpty()) {
            return;
        }
        Map<String, Double> units = new HashMap<>();
        for (int i = 0; i < writes.size(); i++) {
            ItemWrite.Outcome outcome = outcomes.get(i);
            units.merge(
                    writes.get(i).table().name(),
                    CapacityUnits.ofWrite(outcome.before(), outcome.after()),
                    Double::sum);
        }
        taken.forEach((table, estimate) ->
                access.throttle()
                        .settle(
                                table,
                                Arm.WRITE,
                                units.getOrDefault(table.name(), 0.0) - estimate));
    }

    private List<ItemWrite> admitted(BatchWriteItemRequest request, List<ItemWrite> planned) {
        List<ItemWrite> admitted = new ArrayList<>();
        int next = 0;
        for (Map.Entry<String, List<WriteRequest>> of : request.requestItems().entrySet()) {
            for (WriteRequest write : of.getValue()) {
                ItemWrite one = planned.get(next++);
                if (isAdmitted(one.table(), estimate(write))) {
                    admitted.add(one);
                } else {
                    unprocessed.computeIfAbsent(of.getKey(), _ -> new ArrayList<>()).add(write);
                }
            }
        }
        return admitted;
    }

    private boolean isAdmitted(Table table, double estimate) {
        ThroughputExceededException refused = access.throttle().tryTake(table, Arm.WRITE, estimate);
        if (refused != null) {
            refusal = refused;
            return false;
        }
        taken.merge(table, estimate, Double::sum);
        return true;
    }

    private static double estimate(WriteRequest write) {
        return switch (write) {
            case WriteRequest.Put(var item) -> CapacityUnits.ofWrite(null, item);
            case WriteRequest.Delete _ -> CapacityUnits.ofWrite(null, null);
        };
    }
}
