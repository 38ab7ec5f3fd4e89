package dev.millrace.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;

@Timeout(60)
class BoundedConnectionsTest {

    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII);

    private final WebServer server =
            WebServer.builder()
                    .address(InetAddress.getLoopbackAddress())
                    .protocolsDiscoverServices(false)
                    .shutdownHook(false)
                    .addConnectionSelector(
                            new BoundedConnections(
                                    Http1ConnectionSelector.builder()
                                            .config(Http1Config.create())
                                            .build(),
                                    1))
                    .routing(HttpRouting.builder().get("/", (_, response) -> response.send()))
                    .build()
                    .start();

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void connectionWithinTheBoundIsServed() throws IOException {
        try (Socket connection = connect()) {
            assertThat(isServed(connection)).isTrue();
        }
    }

    @Test
    void connectionBeyondTheBoundIsClosed() throws IOException {
        try (Socket first = connect()) {
            assertThat(isServed(first)).isTrue();
            try (Socket second = connect()) {
                assertThat(isServed(second)).isFalse();
            }
        }
    }

    @Test
    void connectionThatEndsMakesRoomForAnother() throws IOException {
        try (Socket first = connect()) {
            assertThat(isServed(first)).isTrue();
        }
        while (!isNextServed()) {
            Thread.onSpinWait();
        }
    }

    private boolean isNextServed() throws IOException {
        try (Socket next = connect()) {
            return isServed(next);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.port());
    }

    private static boolean isServed(Socket connection) throws IOException {
        try {
            connection.getOutputStream().write(REQUEST);
            return connection.getInputStream().read() == 'H';
        } catch (SocketException _) {
            return false;
        }
    }
}
