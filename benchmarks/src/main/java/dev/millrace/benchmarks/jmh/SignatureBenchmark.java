package dev.millrace.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.RequestWriter;
import dev.millrace.wire.Signature;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Signatures: what the server does with one so far, which is to read it and to check its form; and
/// what `millrace bench` does, which is to make one for each request, the same work that comparing
/// one would be.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class SignatureBenchmark {
    private static final String AUTHORIZATION =
            "AWS4-HMAC-SHA256 Credential=local/20261123/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature="
                    + "0123456789abcdef".repeat(4);

    private static final int BODY_BYTES = 1_100;

    private final byte[] body = "x".repeat(BODY_BYTES).getBytes(US_ASCII);
    private final ByteBuffer room = ByteBuffer.allocateDirect(4 * BODY_BYTES);
    private final RequestWriter writer =
            new RequestWriter(
                    new Endpoint(
                            URI.create("http://127.0.0.1:8000"),
                            "us-east-1",
                            new Credentials("local", "local", null)),
                    Operation.ofTables("PutItem"),
                    InstantSource.system());

    /// A signature is read and its form checked.
    @Benchmark
    public Signature check() {
        return Signature.parse(
                AUTHORIZATION,
                Map.of(),
                name -> name.equals("X-Amz-Date") ? "20261123T090000Z" : null);
    }

    /// A request with a body of 1,100 bytes is signed and written, with the key of the day at hand.
    @Benchmark
    public ByteBuffer sign() {
        return writer.write(body, room);
    }
}
