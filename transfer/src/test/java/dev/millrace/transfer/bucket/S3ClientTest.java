package dev.millrace.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.wire.RequestSigner;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Services that are slow, silent or out of sorts.
@Timeout(60)
class S3ClientTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Duration> pauses = new ArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Duration patience = PATIENCE;
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.close();
    }

    @Test
    void refusalsForTheTimeBeingAreRepeatedAfterLongerAndLongerPauses() throws IOException {
        Bucket bucket =
                bucket(exchange -> reply(exchange, calls.incrementAndGet() < 4 ? 503 : 200, "all"));

        try (InputStream object = bucket.open("key")) {
            assertThat(new String(object.readAllBytes(), UTF_8)).isEqualTo("all");
        }
        assertThat(pauses)
                .containsExactly(
                        Duration.ofMillis(200), Duration.ofMillis(800), Duration.ofMillis(3_200));
    }

    @Test
    void whatIsRefusedForGoodIsNotRepeated() {
        Bucket bucket = bucket(exchange -> reply(exchange, 403, ""));

        assertThatThrownBy(() -> bucket.put("key", new byte[1]))
                .isInstanceOf(BucketException.class)
                .hasMessageStartingWith("S3AccessDenied");
        assertThat(pauses).isEmpty();
    }

    @Test
    void serviceThatNeverAnswersIsGivenUp() {
        patience = Duration.ofMillis(50);
        Bucket bucket = bucket(_ -> hold());

        assertThatThrownBy(() -> bucket.list("", null))
                .isInstanceOf(BucketException.class)
                .hasMessageContaining("no answer");
        assertThat(pauses).hasSize(3);
    }

    @Test
    void objectThatFallsSilentIsNotWaitedForForEver() throws IOException {
        patience = Duration.ofSeconds(2);
        Bucket bucket =
                bucket(exchange -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write("half".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    hold();
                });

        try (InputStream object = bucket.open("key")) {
            assertThat(new String(object.readNBytes(4), UTF_8)).isEqualTo("half");
            assertThatThrownBy(object::read).isInstanceOf(HttpTimeoutException.class);
        }
    }

    @Test
    void objectThatBreaksOffIsAFaultOfTheConnection() throws IOException {
        Bucket bucket =
                bucket(exchange -> {
                    exchange.sendResponseHeaders(200, 10);
                    exchange.getResponseBody().write("half".getBytes(UTF_8));
                    exchange.getResponseBody().flush();
                    exchange.close();
                });

        try (InputStream object = bucket.open("key")) {
            assertThatThrownBy(object::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void objectOfManyPiecesIsReadWhole() throws IOException {
        byte[] large = new byte[3_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31);
        }
        Bucket bucket =
                bucket(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(large);
                    exchange.close();
                });

        try (InputStream object = bucket.open("key")) {
            assertThat(object.readAllBytes()).isEqualTo(large);
        }
    }

    @Test
    void pausesDoNotGrowForEver() throws InterruptedException {
        Pause pause = pauses::add;
        pause.beforeRepeat(4);
        pause.beforeRepeat(1_000_000);

        assertThat(pauses).containsExactly(Pause.LONGEST, Pause.LONGEST);
    }

    private Bucket bucket(HttpHandler handler) {
        server.createContext("/", handler);
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        HttpClient http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .executor(threads)
                        .build();
        return new S3Buckets(
                        endpoint,
                        new RequestSigner("us-east-1", "id", "secret"),
                        () -> http,
                        () -> NOW,
                        pauses::add,
                        patience)
                .named("shelf");
    }

    private void hold() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
