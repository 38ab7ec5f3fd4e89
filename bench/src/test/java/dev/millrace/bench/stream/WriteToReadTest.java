package dev.millrace.bench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.result.Sample;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.Service;
import dev.millrace.bench.table.TableShape;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;

/// A reader goes on where its shard's child begins.
@Timeout(60)
class WriteToReadTest {
    private static final Duration A_WHILE = Duration.ofMillis(200);

    private final MillraceServer server =
            MillraceServer.start(
                    ServerOptions.inMemory()
                            .withControl(ControlOptions.onPort(0, new ClockChoice.OfSystem())));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyWriteArrivesWhenShardsEndMeanwhile() throws Exception {
        Endpoint endpoint =
                new Endpoint(
                        server.endpoint(), "us-east-1", new Credentials("local", "local", null));
        TableShape shape = new TableShape(false, "KEYS_ONLY", 0);
        Service service = new Service(endpoint, endpoint);
        try (BenchTable table = BenchTable.create(service, "rolled", shape);
                WriteToRead reader =
                        WriteToRead.start(table, new Reading.Waiting(1), new Random(1))) {
            requireArrivals(reader.run(A_WHILE));
            rollShards(table.streamArn());
            requireArrivals(reader.run(A_WHILE));
            rollShards(table.streamArn());
            requireArrivals(reader.run(A_WHILE));
        }
    }

    // A write whose record does not come ends the run with an exception.
    private static void requireArrivals(Delays delays) {
        Sample sample = delays.fromSent();
        assertThat(sample.answered()).isPositive().isEqualTo(delays.puts().answered());
    }

    private void rollShards(String stream) throws Exception {
        URI control = Objects.requireNonNull(server.controlEndpoint());
        HttpRequest request =
                HttpRequest.newBuilder(control.resolve("/shards/roll"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"stream\":\"" + stream + "\"}", UTF_8))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }
}
