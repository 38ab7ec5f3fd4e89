package dev.millrace.benchmarks.jmh;

import dev.millrace.engine.keyspace.KeyBytes;
import dev.millrace.engine.keyspace.KeyHash;
import dev.millrace.engine.keyspace.RowKey;
import dev.millrace.model.key.PrimaryKey;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.AttributeValue.N;
import dev.millrace.model.value.AttributeValue.S;
import dev.millrace.model.value.Decimal;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.concurrent.TimeUnit;

/// Keys to the rows that they name.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class KeyHashBenchmark {
    private static final int TABLE_ID = 7;

    @Param({"12", "100", "2048"})
    private int keyBytes;

    private AttributeValue partition = new S("");
    private PrimaryKey key = new PrimaryKey(partition, null);
    private byte[] bytes = {};

    /// Makes the key.
    @Setup
    public void prepare() {
        partition = new S("k".repeat(keyBytes));
        key = new PrimaryKey(partition, new N(Decimal.of(1_234)));
        bytes = KeyBytes.of(partition);
    }

    /// The hash of a partition key.
    @Benchmark
    public long hash() {
        return KeyHash.of(bytes);
    }

    /// The row key of an item with a sort key.
    @Benchmark
    public byte[] rowKey() {
        return RowKey.of(TABLE_ID, key).bytes();
    }
}
