package dev.millrace.bench.http;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.InstantSource;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

class TlsTransportTest {
    private static final String PASSWORD = "changeit";
    private static final int LARGE = 300_000;

    @TempDir Path directory;

    private final SSLContext before = defaultContext();
    private HttpsServer server = HttpsServer.create();

    TlsTransportTest() throws Exception {}

    @BeforeEach
    void serve() throws Exception {
        SSLContext context = context(store());
        SSLContext.setDefault(context);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext(
                "/",
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    byte[] answer = (body.length + "x".repeat(LARGE)).getBytes(US_ASCII);
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        SSLContext.setDefault(before);
    }

    @Test
    void largeRequestsAndAnswersComeThroughOnOneConnection() throws Exception {
        byte[] body = "y".repeat(LARGE).getBytes(US_ASCII);
        try (Selector selector = Selector.open();
                Transport transport = Transport.connect(endpoint())) {
            transport.register(selector, this);
            for (int i = 0; i < 3; i++) {
                ResponseBuffer response = exchange(transport, selector, body);
                assertThat(response.status()).isEqualTo(200);
                assertThat(response.text()).isEqualTo(LARGE + "x".repeat(LARGE));
            }
        }
    }

    private ResponseBuffer exchange(Transport transport, Selector selector, byte[] body)
            throws Exception {
        RequestWriter writer =
                new RequestWriter(
                        endpoint(), Operation.ofTables("PutItem"), InstantSource.system());
        ByteBuffer request = writer.write(body, ByteBuffer.allocate(0));
        while (!transport.write(request)) {
            Thread.onSpinWait();
        }
        ResponseBuffer response = new ResponseBuffer();
        response.clear();
        ByteBuffer arrived = ByteBuffer.allocate(10_000);
        while (!response.isComplete()) {
            if (transport.read(arrived.clear()) == 0) {
                selector.select(100);
                selector.selectedKeys().clear();
            }
            response.append(arrived.flip());
        }
        return response;
    }

    @Test
    void callerSpeaksTlsToo() {
        try (Caller caller = new Caller(endpoint())) {
            assertThat(caller.ask(Operation.ofTables("ListTables"), "{}")).startsWith("2x");
        }
    }

    private Endpoint endpoint() {
        return new Endpoint(
                URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                "us-east-1",
                new Credentials("local", "local", null));
    }

    private KeyStore store() throws Exception {
        Path file = directory.resolve("keys");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=127.0.0.1",
                                "-ext",
                                "san=ip:127.0.0.1",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool").toFile())
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static SSLContext context(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext defaultContext() throws Exception {
        return SSLContext.getDefault();
    }
}
