package dev.millrace.bench.workload;

import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.Request;
import dev.millrace.bench.load.RequestSource;
import dev.millrace.bench.load.Verdict;

import java.util.List;

/// 95 GetItem to 5 PutItem, in random order.
final class Mixed implements RequestSource {
    private static final int HUNDRED = 100;
    private static final int READS_IN_HUNDRED = 95;
    private static final int READ = 0;
    private static final int WRITE = 1;

    private final Keys keys;
    private final GetItems reads;
    private final PutItems writes;

    Mixed(String table, Keys keys, int itemBytes) {
        this.keys = keys;
        this.reads = new GetItems(table, keys, itemBytes);
        this.writes = new PutItems(table, keys, itemBytes);
    }

    @Override
    public List<Operation> operations() {
        return List.of(GetItems.OPERATION, PutItems.OPERATION);
    }

    @Override
    public Request next(int connection) {
        boolean reading = keys.random().nextInt(HUNDRED) < READS_IN_HUNDRED;
        return reading ? new Request(READ, reads.body()) : new Request(WRITE, writes.body());
    }

    @Override
    public Verdict judge(int operation, ResponseBuffer response) {
        return operation == READ ? reads.judge(READ, response) : Verdict.GOOD;
    }
}
