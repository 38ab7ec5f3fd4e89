package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;

/// What the server does with a connection, byte by byte.
class ConnectionTest {

    private static final String UNSIGNED =
            """
            POST / HTTP/1.1
            Host: %s
            Content-Type: application/x-amz-json-1.0
            X-Amz-Target: DynamoDB_20120810.ListTables
            Content-Length: 2

            {}\
            """;

    private static MillraceServer server;

    @BeforeAll
    static void start() {
        server = MillraceServer.start(ServerOptions.inMemory());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void connectionServesOneRequestAfterAnother() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            for (int request = 0; request < 3; request++) {
                connection.send(UNSIGNED.formatted("localhost"));
                assertThat(connection.receive()).startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void requestsSentAtOnceAreAnsweredInOrder() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    "GET / HTTP/1.1\nHost: localhost\n\n" + UNSIGNED.formatted("localhost"));

            assertThat(connection.receive()).startsWith("HTTP/1.1 200");
            assertThat(connection.receive()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void hostNamesOfAwsAreServed() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(UNSIGNED.formatted("streams.dynamodb.eu-central-1.amazonaws.com"));

            assertThat(connection.receive()).contains("MissingAuthenticationTokenException");
        }
    }

    @Test
    void connectionStaysOpenBehindABodyThatIsTooLarge() throws IOException {
        int length = (16 << 20) + 1;
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head(length, "") + " ".repeat(length));
            assertThat(connection.receive()).startsWith("HTTP/1.1 413");

            connection.send(UNSIGNED.formatted("localhost"));
            assertThat(connection.receive()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void clientThatAsksFirstNeedNotSendABodyThatIsTooLarge() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head((16 << 20) + 1, "Expect: 100-continue\n"));

            assertThat(connection.receive()).startsWith("HTTP/1.1 413");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void clientThatAsksFirstIsToldToGoOn() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head(2, "Expect: 100-continue\n"));
            assertThat(connection.receive()).startsWith("HTTP/1.1 100");

            connection.send("{}");
            assertThat(connection.receive()).startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void connectionIsClosedWhenTheClientAsksForIt() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("GET / HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            assertThat(connection.receive()).startsWith("HTTP/1.1 200");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void headersBeyondTheBoundAreRefused() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    "GET / HTTP/1.1\nHost: localhost\nX-Long: " + "x".repeat(40_000) + "\n");

            assertThat(connection.receive()).startsWith("HTTP/1.1 4");
            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    @Test
    void answerToHeadHasNoBody() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("HEAD / HTTP/1.1\nHost: localhost\nConnection: close\n\n");

            assertThat(connection.rest())
                    .startsWith("HTTP/1.1 404")
                    .contains("Content-Length: 29\r\n")
                    .endsWith("\r\n\r\n");
        }
    }

    @Test
    void bodyThatIsNoneEndsTheConnection() throws IOException {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    """
                    POST / HTTP/1.1
                    Host: localhost
                    Content-Type: application/x-amz-json-1.0
                    Transfer-Encoding: chunked

                    no number
                    """);

            assertThat(connection.isAtEnd()).isTrue();
        }
    }

    private static String head(int length, String furtherHeader) {
        return """
        POST / HTTP/1.1
        Host: localhost
        Content-Type: application/x-amz-json-1.0
        Content-Length: %d
        %s
        """
                .formatted(length, furtherHeader);
    }
}
