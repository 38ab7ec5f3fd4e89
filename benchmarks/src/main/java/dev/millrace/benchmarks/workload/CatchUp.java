package dev.millrace.benchmarks.workload;

import dev.millrace.benchmarks.http.RequestSource;
import dev.millrace.benchmarks.http.ResponseBuffer;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// GetRecords through a stream that already has its records: each connection reads one shard from
/// its oldest record on and begins again when it has caught up.
public final class CatchUp implements RequestSource {
    private static final byte[] RECORD = "\"eventID\"".getBytes(StandardCharsets.US_ASCII);

    private final List<BenchmarkTable.ShardStart> shards;
    private final String[] iterators;

    /// A reader of the stream of `table` on this many connections.
    public CatchUp(BenchmarkTable table, int connectionCount) {
        shards = table.shards();
        iterators = new String[connectionCount];
        for (int i = 0; i < connectionCount; i++) {
            iterators[i] = start(i);
        }
    }

    @Override
    public String target() {
        return Targets.GET_RECORDS;
    }

    @Override
    public byte[] nextBody(int connection) {
        return ("{\"ShardIterator\":\"" + iterators[connection] + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int answered(int connection, ResponseBuffer response) {
        byte[] body = response.body();
        int records = records(body);
        List<String> next =
                JsonText.all(new String(body, StandardCharsets.UTF_8), "NextShardIterator");
        iterators[connection] =
                records == 0 || next.isEmpty() ? start(connection) : next.getFirst();
        return records;
    }

    private String start(int connection) {
        return shards.get(connection % shards.size()).iterator();
    }

    private static int records(byte[] body) {
        int count = 0;
        for (int i = 0; i + RECORD.length <= body.length; i++) {
            if (body[i] == RECORD[0] && isRecord(body, i)) {
                count++;
            }
        }
        return count;
    }

    private static boolean isRecord(byte[] body, int from) {
        for (int i = 1; i < RECORD.length; i++) {
            if (body[from + i] != RECORD[i]) {
                return false;
            }
        }
        return true;
    }
}
