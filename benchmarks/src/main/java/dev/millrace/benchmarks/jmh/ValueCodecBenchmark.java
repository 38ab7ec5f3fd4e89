package dev.millrace.benchmarks.jmh;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

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

import java.util.Map;
import java.util.concurrent.TimeUnit;

/// An item between its tree of values and its canonical bytes.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ValueCodecBenchmark {
    @Param private Shape shape = Shape.FLAT;

    private Map<String, AttributeValue> attributes = Map.of();
    private byte[] bytes = {};

    /// Makes the item.
    @Setup
    public void prepare() {
        attributes = shape.attributes();
        bytes = Item.of(attributes).bytes();
    }

    /// Values to bytes.
    @Benchmark
    public byte[] encode() {
        return Item.of(attributes).bytes();
    }

    /// Bytes to values.
    @Benchmark
    public Map<String, AttributeValue> decode() {
        return Item.encoded(bytes).attributes();
    }

    /// The size of an item by DynamoDB's formula.
    @Benchmark
    public int size() {
        return Item.encoded(bytes).sizeBytes();
    }
}
