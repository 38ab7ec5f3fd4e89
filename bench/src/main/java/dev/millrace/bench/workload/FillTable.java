package dev.millrace.bench.workload;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.load.Verdict;
import dev.millrace.bench.table.ItemBody;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// BatchWriteItem once for each key: fills a table before it is read. A key always has the same
/// item, so a batch that has to be sent again changes nothing.
final class FillTable implements RequestSource {
    private final ItemBody items;
    private final int count;
    private final boolean isSorted;
    private final Deque<Integer> again = new ArrayDeque<>();
    private final Map<Integer, Integer> underWay = new HashMap<>();
    private int next;

    /// @param count how many items, a multiple of the size of a batch
    FillTable(String table, int count, boolean isSorted, int itemBytes) {
        this.items = BatchPuts.body(table, isSorted, itemBytes);
        this.count = count;
        this.isSorted = isSorted;
    }

    @Override
    public List<Operation> operations() {
        return List.of(BatchPuts.OPERATION);
    }

    @Override
    public @Nullable Request next(int connection) {
        int first = again.isEmpty() ? next : again.pop();
        if (first >= count) {
            return null;
        }
        if (first == next) {
            next += BatchPuts.ITEMS;
        }
        underWay.put(connection, first);
        for (int i = 0; i < BatchPuts.ITEMS; i++) {
            set(i, first + i);
        }
        return new Request(0, items.bytes());
    }

    @Override
    public int itemsPerAnswer() {
        return BatchPuts.ITEMS;
    }

    @Override
    public Verdict judge(int operation, ResponseBuffer response) {
        return BatchPuts.judge(response);
    }

    @Override
    public void refused(int connection) {
        Integer first = underWay.remove(connection);
        if (first != null) {
            again.push(first);
        }
    }

    private void set(int item, int number) {
        if (isSorted) {
            int sortKey = number % ItemBody.ITEMS_A_KEY;
            items.set(item, number / ItemBody.ITEMS_A_KEY, sortKey, number);
        } else {
            items.set(item, number, number);
        }
    }
}
