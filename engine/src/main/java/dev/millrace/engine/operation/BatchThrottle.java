package dev.millrace.engine.operation;

import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.throttle.Arm;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.model.request.BatchWriteItemRequest;
import dev.millrace.model.request.WriteRequest;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The writes of one batch that their tables and indexes have capacity for. The others stay
/// unprocessed; if that is all of them, the batch is refused.
final class BatchThrottle {
    private final ItemAccess access;
    private final List<ItemWrite> writes;
    private final Map<String, List<WriteRequest>> unprocessed = new LinkedHashMap<>();
    private Demand taken = Demand.none(Arm.WRITE);
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
        if (!access.isThrottled()) {
            return;
        }
        Demand cost = Demand.none(Arm.WRITE);
        for (int i = 0; i < writes.size(); i++) {
            cost = cost.plus(writes.get(i).cost(outcomes.get(i)));
        }
        access.throttle().settle(cost.beyond(taken));
    }

    private List<ItemWrite> admitted(BatchWriteItemRequest request, List<ItemWrite> planned) {
        List<ItemWrite> admitted = new ArrayList<>();
        int next = 0;
        for (Map.Entry<String, List<WriteRequest>> of : request.requestItems().entrySet()) {
            for (WriteRequest write : of.getValue()) {
                ItemWrite one = planned.get(next++);
                if (isAdmitted(one)) {
                    admitted.add(one);
                } else {
                    unprocessed.computeIfAbsent(of.getKey(), _ -> new ArrayList<>()).add(write);
                }
            }
        }
        return admitted;
    }

    private boolean isAdmitted(ItemWrite write) {
        Item present = access.rows().read(write.rowKey());
        Demand estimate = write.estimate(present);
        ThroughputExceededException refused = access.throttle().tryTake(estimate);
        if (refused != null) {
            refusal = refused;
            if (Contributors.watches(write.table())) {
                WriteReport.tell(access.contributors(), write, present, refused);
            }
            return false;
        }
        taken = taken.plus(estimate);
        return true;
    }
}
