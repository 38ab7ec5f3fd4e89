package dev.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.load.Load;
import dev.millrace.bench.load.Pace;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.stream.CatchUp;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.Service;
import dev.millrace.bench.table.TableShape;
import dev.millrace.bench.workload.RequestKind;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/// What the generator counts is what the server has done.
class CountedWritesTest {
    private static final int KEYS = 1_000;
    private static final int ITEM_BYTES = 200;
    private static final int CONNECTIONS = 4;

    private final MillraceServer server = MillraceServer.start(ServerOptions.inMemory());
    private final Endpoint endpoint =
            new Endpoint(server.endpoint(), "us-east-1", new Credentials("local", "local", null));
    private final BenchTable table =
            BenchTable.create(
                    new Service(endpoint, endpoint),
                    "counted",
                    new TableShape(false, Plan.STREAM_DEFAULT, 2));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void counterStandsAtTheNumberOfUpdates() {
        Sample sample = run(RequestKind.UPDATE);

        try (Caller caller = new Caller(endpoint)) {
            String item =
                    caller.ask(
                            Operation.ofTables("GetItem"),
                            "{\"TableName\":\"counted\",\"Key\":{\"id\":{\"S\":\"counter\"}}}");
            assertThat(item).contains("\"count\":{\"N\":\"" + sample.answered() + "\"}");
        }
    }

    @ParameterizedTest
    @CsvSource({"PUT", "BATCH", "TRANSACT"})
    void streamHasARecordForEachItemWritten(RequestKind kind) {
        Sample sample = run(kind);

        assertThat(sample.items()).isPositive();
        // Reads to the end, or complains of the count.
        Sample read = new CatchUp(table, 1, sample.items()).warmUp(Duration.ZERO);
        assertThat(read.items()).isEqualTo(sample.items());
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void filledTableHasAllItemsOfTheSizeAskedFor(boolean isSorted) {
        BenchTable filled =
                BenchTable.create(
                        table.service(),
                        "filled",
                        new TableShape(isSorted, TableShape.NO_STREAM, 0));
        RequestCase.fill(filled, isSorted, new Plan.Load(1, 1, KEYS, ITEM_BYTES, 0, 1));

        try (Caller caller = new Caller(endpoint)) {
            assertThat(
                            caller.ask(
                                    Operation.ofTables("DescribeTable"),
                                    "{\"TableName\":\"filled\"}"))
                    .contains("\"ItemCount\":" + KEYS, "\"TableSizeBytes\":" + KEYS * ITEM_BYTES);
        }
    }

    // Every request of an open loop is waited for.
    private Sample run(RequestKind kind) {
        RequestKind.Setting setting =
                new RequestKind.Setting("counted", KEYS, ITEM_BYTES, CONNECTIONS, 1);
        try (Load load = new Load(endpoint, CONNECTIONS, 1, _ -> kind.source(setting))) {
            Sample sample = load.run(new Pace.Open(200), Duration.ofSeconds(1));
            assertThat(sample.firstErrors()).isEmpty();
            return sample;
        }
    }
}
