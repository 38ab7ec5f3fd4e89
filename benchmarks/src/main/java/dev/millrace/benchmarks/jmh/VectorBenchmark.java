package dev.millrace.benchmarks.jmh;

import dev.millrace.engine.index.VectorRow;
import dev.millrace.engine.query.VectorDistance;
import dev.millrace.model.table.VectorDistanceFunction;

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

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// What a search of vectors does with each entry: take the vector out of the row, and tell how far
/// it is.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class VectorBenchmark {
    private static final int DIMENSIONS = 768;

    @Param({"COSINE", "DOT_PRODUCT", "EUCLIDEAN"})
    private VectorDistanceFunction function = VectorDistanceFunction.COSINE;

    private byte[] row = {};
    private float[] vector = {};
    private VectorDistance distance = new VectorDistance(function, vector);

    /// Makes two vectors.
    @Setup
    public void prepare() {
        Random random = new Random(1);
        ByteBuffer packed = ByteBuffer.allocate(DIMENSIONS * Float.BYTES);
        float[] wanted = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            wanted[i] = random.nextFloat();
            packed.putFloat(random.nextFloat());
        }
        row = packed.array();
        vector = new float[DIMENSIONS];
        distance = new VectorDistance(function, wanted);
    }

    /// The score of a vector in a row.
    @Benchmark
    public double score() {
        VectorRow.unpack(row, 0, vector);
        return distance.score(vector);
    }
}
