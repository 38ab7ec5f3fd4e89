package dev.millrace.benchmarks.jmh;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.request.PutItemRequest;
import dev.millrace.model.response.GetItemResponse;
import dev.millrace.model.response.GetRecordsResponse;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.stream.StreamViewType;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.item.GetItemCodec;
import dev.millrace.wire.item.PutItemCodec;
import dev.millrace.wire.stream.GetRecordsCodec;

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

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// Requests out of JSON, answers into JSON.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JsonBenchmark {
    private static final int PAGE_RECORDS = 1_000;

    private final PutItemCodec puts = new PutItemCodec();
    private final GetItemCodec gets = new GetItemCodec();
    private final GetRecordsCodec pages = new GetRecordsCodec();
    private final JsonOutput output = new JsonOutput();

    @Param private Shape shape = Shape.FLAT;

    private byte[] put = {};
    private GetItemResponse item = new GetItemResponse(null, null);
    private GetRecordsResponse page = new GetRecordsResponse(List.of(), null);

    /// Makes request and answers.
    @Setup
    public void prepare() {
        Item stored = Item.encoded(Item.of(shape.attributes()).bytes());
        put = ("{\"TableName\":\"orders\",\"Item\":" + shape.json() + "}").getBytes(UTF_8);
        item = new GetItemResponse(stored, null);
        page = new GetRecordsResponse(Collections.nCopies(PAGE_RECORDS, record(stored)), "next");
    }

    /// PutItem is read.
    @Benchmark
    public PutItemRequest readPutItem() {
        return puts.decode(new JsonInput(put, 0, put.length));
    }

    /// The answer to GetItem is written.
    @Benchmark
    public int writeGetItem() {
        gets.encode(item, output);
        return output.length();
    }

    /// A page of a thousand records is written.
    @Benchmark
    public int writeGetRecords() {
        pages.encode(page, output);
        return output.length();
    }

    private static StreamRecord record(Item image) {
        Map<String, AttributeValue> all = image.attributes();
        return new StreamRecord(
                "0123456789abcdef".repeat(2),
                EventName.MODIFY,
                "us-east-1",
                1_790_000_000,
                Item.of(Map.of("id", Objects.requireNonNull(all.get("id")))),
                image,
                image,
                "000000000000000000001",
                2L * image.sizeBytes(),
                StreamViewType.NEW_AND_OLD_IMAGES,
                false);
    }
}
