package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.FunctionDeclaration;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Pattern;

/// A function behind an address, called with what is written to a table, all over HTTP.
class TriggerTest {

    private static final Pattern KEY = Pattern.compile("\"Keys\":\\{\"id\":\\{\"S\":\"(.*?)\"");

    private static final Pattern VALUE =
            Pattern.compile("\"NewImage\":\\{[^}]*\\},\"v\":\\{\"N\":\"(.*?)\"");

    @TempDir private Path directory;
    private final BlockingQueue<String> keys = new LinkedBlockingQueue<>();
    private final List<String> values = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer function;
    private MillraceServer server;
    private LambdaClient lambda;

    @BeforeEach
    void start() throws IOException {
        function = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        function.createContext("/", this::invoke);
        function.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        function.start();
        startServer();
    }

    @AfterEach
    void stop() {
        stopServer();
        function.stop(0);
    }

    @Test
    void everyChangeArrivesOnce() throws InterruptedException {
        lambda.map(lambda.createTable("ttt"));
        for (int i = 0; i < 50; i++) {
            lambda.put("ttt", "a" + i);
        }

        assertThat(next(50)).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void changesOfOneItemArriveInTheirOrder() throws InterruptedException {
        lambda.map(lambda.createTable("ttt"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            lambda.put("ttt", "a", i);
            expected.add(Integer.toString(i));
        }
        next(30);

        assertThat(values).containsExactlyElementsOf(expected);
    }

    @Test
    void restartGoesOnWithoutSkippingOrRepeating() throws InterruptedException {
        lambda.map(lambda.createTable("ttt"));
        lambda.put("ttt", "a");
        assertThat(next(1)).containsExactly("a");
        stopServer();
        startServer();
        lambda.put("ttt", "b");

        assertThat(next(1)).containsExactly("b");
    }

    @Test
    void batchThatWasNotTakenIsSentAgainAfterARestart() throws InterruptedException {
        status = 503;
        lambda.map(lambda.createTable("ttt"));
        lambda.put("ttt", "a");
        assertThat(next(1)).containsExactly("a");
        stopServer();
        status = 200;
        keys.clear();
        startServer();

        assertThat(next(1)).containsExactly("a");
    }

    @Test
    void changesOfOneItemKeepTheirOrderThroughRolloversAndSplits() throws Exception {
        lambda.map(lambda.createTable("ttt"));
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            lambda.put("ttt", "a", i);
            expected.add(Integer.toString(i));
            if (i % 10 == 4) {
                hurry("/shards/roll");
            } else if (i % 10 == 9) {
                hurry("/shards/split");
            }
        }
        next(40);

        assertThat(values).containsExactlyElementsOf(expected);
    }

    @Test
    void everyChangeArrivesOnceThroughRolloversAndSplits() throws Exception {
        lambda.map(lambda.createTable("ttt"));
        for (int i = 0; i < 60; i++) {
            lambda.put("ttt", "a" + i);
            if (i % 15 == 7) {
                hurry("/shards/split");
            } else if (i % 15 == 14) {
                hurry("/shards/roll");
            }
        }

        assertThat(next(60)).hasSize(60).doesNotHaveDuplicates();
    }

    private void hurry(String how) throws IOException, InterruptedException {
        URI control = Objects.requireNonNull(server.controlEndpoint());
        HttpRequest request =
                HttpRequest.newBuilder(control.resolve(how))
                        .POST(HttpRequest.BodyPublishers.ofString("{\"table\":\"ttt\"}"))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
        }
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(keys.take());
        }
        return all;
    }

    private void invoke(HttpExchange exchange) throws IOException {
        String event = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        VALUE.matcher(event).results().forEach(match -> values.add(match.group(1)));
        KEY.matcher(event).results().forEach(match -> keys.add(match.group(1)));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void startServer() {
        URI url = URI.create("http://127.0.0.1:" + function.getAddress().getPort() + "/f");
        FunctionDeclaration declared = new FunctionDeclaration("f", url, Duration.ofSeconds(20));
        server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withData(directory)
                                .withControl(ControlOptions.onPort(0, new ClockChoice.OfSystem()))
                                .withTriggers(
                                        new TriggerOptions(
                                                List.of(declared), DestinationEndpoints.NONE)));
        lambda = LambdaClient.of(server.endpoint());
    }

    private void stopServer() {
        lambda.close();
        server.close();
    }
}
