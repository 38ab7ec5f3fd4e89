package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.config.LoadOptions;
import dev.millrace.server.config.MemoryOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Clients that are slow, silent, endless or deep, on purpose or not: each gets an answer or is cut
/// off within bounded time, and others do not notice.
@Timeout(60)
class HostileClientTest {
    private static final int CONNECTIONS_MAX = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long DRIP_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final String SIGNED =
            """
            X-Amz-Date: 20260101T000000Z
            Authorization: AWS4-HMAC-SHA256 \
            Credential=key/20260101/us-east-1/dynamodb/aws4_request, \
            SignedHeaders=host, Signature=00
            """;

    private static MillraceServer server;

    @BeforeAll
    static void start() {
        server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withLoad(
                                        new LoadOptions(
                                                CONNECTIONS_MAX,
                                                PATIENCE,
                                                PATIENCE,
                                                100,
                                                PATIENCE,
                                                2,
                                                MemoryOptions.DEFAULT)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void firstLineThatComesByteByByteEndsInTime() throws IOException {
        dripUntilClosed("", "x");
    }

    @Test
    void headersThatComeByteByByteEndInTime() throws IOException {
        dripUntilClosed("POST / HTTP/1.1\nHost: localhost\nX-Slow: ", "x");
    }

    @Test
    void bodyThatComesByteByByteEndsInTime() throws IOException {
        dripUntilClosed(post("Content-Length: 100000\n"), " ");
    }

    @Test
    void chunksThatComeByteByByteEndInTime() throws IOException {
        dripUntilClosed(post("Transfer-Encoding: chunked\n"), "1\n \n");
    }

    @Test
    void silentConnectionIsClosed() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void silenceBehindAnAnswerIsClosed() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET / HTTP/1.1\nHost: localhost\n\n");
            assertThat(connection.receive()).startsWith("HTTP/1.1 200");

            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void readerThatTakesNoAnswerIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String deep = call("ListTables", "{\"x\":\"" + "y".repeat(7_000) + "\"}");
            int sent = sendUntilRefused(connection, deep.repeat(20));

            assertThat(sent).isGreaterThan(0);
        }
    }

    @Test
    void enormousDeclaredBodyIsRefused() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post("Content-Length: 1000000000000\nExpect: 100-continue\n"));

            assertThat(connection.receive()).startsWith("HTTP/1.1 413");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void lengthThatIsNoNumberIsRefused() throws IOException {
        for (String length : List.of("99999999999999999999", "-1", "1e3", "many")) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(post("Content-Length: " + length + "\n"));

                assertThat(connection.rest()).doesNotStartWith("HTTP/1.1 2");
            }
        }
    }

    @Test
    void endlessChunkedBodyIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post("Transfer-Encoding: chunked\n"));
            String chunk = "10000\n" + "{".repeat(0x10000) + "\n";
            long sent = (long) sendUntilRefused(connection, chunk) * 0x10000;

            assertThat(sent).isLessThan(80L << 20);
        }
    }

    @Test
    void endlessLengthOfAChunkIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post("Transfer-Encoding: chunked\n"));

            assertThat(sendUntilRefused(connection, "0".repeat(8 << 10))).isLessThan(2_000);
        }
    }

    @Test
    void enormousChunkIsCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post("Transfer-Encoding: chunked\n") + "7fffffff\n");

            assertThat(sendUntilRefused(connection, "x".repeat(8 << 10))).isLessThan(2_000);
        }
    }

    @Test
    void deepJsonIsNoJson() throws IOException {
        for (String deep : List.of("{\"a\":", "[", "{\"L\":[")) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(call("ListTables", "{\"x\":" + deep.repeat(200_000)));

                assertThat(connection.receive())
                        .startsWith("HTTP/1.1 400")
                        .contains("SerializationException");
            }
        }
    }

    @Test
    void deepValueIsAnsweredAsSuch() throws IOException {
        String open = "{\"L\":[".repeat(400);
        String close = "]}".repeat(400);
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    call(
                            "PutItem",
                            "{\"TableName\":\"none\",\"Item\":{\"a\":" + open + close + "}}"));

            assertThat(connection.receive()).startsWith("HTTP/1.1 400").contains("Nesting");
        }
    }

    @Test
    void floodOfHeadersIsRefused() throws IOException {
        StringBuilder headers = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            headers.append("X-").append(i).append(": y\n");
        }
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET / HTTP/1.1\nHost: localhost\n" + headers + "\n");

            assertThat(connection.receive()).startsWith("HTTP/1.1 431");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void endlessHeadersAreCutOff() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET / HTTP/1.1\nHost: localhost\n");

            assertThat(sendUntilRefused(connection, "X-Y: z\n".repeat(1_000))).isLessThan(10_000);
        }
    }

    @Test
    void manyRequestsInOnePieceAreAnsweredInOrder() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            String one = "GET / HTTP/1.1\nHost: localhost\n\n";
            connection.send((one + call("ListTables", "{}")).repeat(200));
            for (int i = 0; i < 200; i++) {
                assertThat(connection.receive()).startsWith("HTTP/1.1 200").contains("healthy");
                assertThat(connection.receive()).contains("TableNames");
            }
        }
    }

    @Test
    void connectionsBeyondTheBoundAreClosedAndOthersGoOn() throws IOException {
        List<RawConnection> open = new ArrayList<>();
        try {
            int refused = 0;
            while (refused == 0) {
                RawConnection next = new RawConnection(server.port());
                open.add(next);
                refused += isServed(next) ? 0 : 1;
            }
            assertThat(open).hasSizeLessThanOrEqualTo(CONNECTIONS_MAX + 1);
            assertThat(isServed(open.getFirst())).isTrue();
        } finally {
            for (RawConnection each : open) {
                each.close();
            }
        }
    }

    private static boolean isServed(RawConnection connection) {
        try {
            connection.send("GET / HTTP/1.1\nHost: localhost\n\n");
            return connection.receive().startsWith("HTTP/1.1 200");
        } catch (IOException _) {
            return false;
        }
    }

    private static void dripUntilClosed(String head, String drop) throws IOException {
        long began = System.nanoTime();
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head);
            while (!connection.isClosedByServer()) {
                connection.send(drop);
                LockSupport.parkNanos(DRIP_NANOS);
            }
        } catch (SocketException _) {
            // The server has closed its side in the middle of a drop.
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .isLessThan(PATIENCE.multipliedBy(15));
    }

    // Sends a text again and again without reading anything, until the server hears no more of it;
    // answers how often it was sent.
    private static int sendUntilRefused(RawConnection connection, String text) throws IOException {
        int count = 0;
        try {
            while (true) {
                connection.send(text);
                count++;
            }
        } catch (SocketException _) {
            return count;
        }
    }

    private static String post(String headers) {
        return """
        POST / HTTP/1.1
        Host: localhost
        Content-Type: application/x-amz-json-1.0
        %s
        """
                .formatted(headers);
    }

    private static String call(String operation, String body) {
        return "POST / HTTP/1.1\nHost: localhost\nContent-Type: application/x-amz-json-1.0\n"
                + SIGNED
                + "X-Amz-Target: DynamoDB_20120810."
                + operation
                + "\nContent-Length: "
                + body.length()
                + "\n\n"
                + body;
    }
}
