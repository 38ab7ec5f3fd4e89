package dev.millrace.conformance.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A service of this machine that takes requests as AWS's do: only if they are signed as the AWS
/// SDK would have signed them.
final class SignatureCheck implements AutoCloseable {
    static final String KEY_ID = "operator";
    static final String SECRET = "very secret";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final HttpServer http;
    private final String service;
    private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();

    /// A request whose signature was right, or the signatures that it had and should have had.
    record Taken(String method, String path, String body, String signature, String expected) {}

    /// @param service the name that signatures have to be for
    SignatureCheck(String service) throws IOException {
        this.service = service;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::take);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    /// The next request; null if none comes.
    @Nullable Taken next() throws InterruptedException {
        return taken.poll(20, TimeUnit.SECONDS);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String had = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String expected = authorization(exchange, body);
        taken.add(
                new Taken(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getRawPath(),
                        new String(body, UTF_8),
                        had,
                        expected));
        exchange.sendResponseHeaders(had.equals(expected) ? 200 : 403, -1);
        exchange.close();
    }

    // Signs what has arrived, with the headers that the sender says it has signed.
    private String authorization(HttpExchange exchange, byte[] body) {
        String date = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Date"));
        Clock clock = Clock.fixed(MOMENT.parse(date, Instant::from), ZoneOffset.UTC);
        AwsCredentialsIdentity identity = AwsCredentialsIdentity.create(KEY_ID, SECRET);
        return AwsV4HttpSigner.create()
                .sign(request ->
                        request.identity(identity)
                                .request(request(exchange))
                                .payload(
                                        (ContentStreamProvider)
                                                () -> new ByteArrayInputStream(body))
                                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                                .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }

    private SdkHttpRequest request(HttpExchange exchange) {
        SdkHttpRequest.Builder request =
                SdkHttpRequest.builder()
                        .method(SdkHttpMethod.fromValue(exchange.getRequestMethod()))
                        .uri(url().resolve(exchange.getRequestURI()));
        signedHeaders(exchange).stream()
                .filter(name -> !name.equals("x-amz-date"))
                .forEach(name ->
                        request.putHeader(name, exchange.getRequestHeaders().getFirst(name)));
        return request.build();
    }

    private static List<String> signedHeaders(HttpExchange exchange) {
        String had = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String names = had.replaceAll(".*SignedHeaders=([^,]*),.*", "$1");
        return Arrays.asList(names.split(";", -1));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
