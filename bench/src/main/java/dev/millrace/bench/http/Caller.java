package dev.millrace.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// One connection whose requests come one after the other and are waited for. Connects when it is
/// first used, and again when the server has closed the connection meanwhile. Not for several
/// threads at a time.
public final class Caller implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);
    private static final int READ_BYTES = 256 * 1024;

    private final Endpoint endpoint;
    private final InstantSource clock;
    private final Map<Operation, RequestWriter> writers = new HashMap<>();
    private final byte[] arrived = new byte[READ_BYTES];
    private final ResponseBuffer response = new ResponseBuffer();
    private @Nullable Socket socket;

    public Caller(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.clock = InstantSource.system();
    }

    /// Where requests go.
    public Endpoint endpoint() {
        return endpoint;
    }

    /// The answer to a request, whatever it is.
    ///
    /// @throws BenchException if there is none
    public Answer call(Operation operation, String body) {
        ResponseBuffer answer = send(operation, body);
        return new Answer(answer.status(), answer.text());
    }

    /// The body of the answer to a request that must succeed.
    ///
    /// @throws BenchException if it does not
    public String ask(Operation operation, String body) {
        Answer answer = call(operation, body);
        if (!answer.isGood()) {
            throw new BenchException(
                    "%s of %s was answered %d: %s"
                            .formatted(operation, endpoint, answer.status(), answer.body()));
        }
        return answer.body();
    }

    /// The answer to a request where it has arrived, valid until the next one.
    ///
    /// @throws BenchException if there is none
    public ResponseBuffer send(Operation operation, String body) {
        // A caller has to do with a handful of operations.
        ByteBuffer request =
                writers.computeIfAbsent(operation, each -> new RequestWriter(endpoint, each, clock))
                        .write(body.getBytes(UTF_8), ByteBuffer.allocate(0));
        byte[] bytes = new byte[request.remaining()];
        request.get(bytes);
        boolean wasUsed = socket != null;
        try {
            return exchange(bytes);
        } catch (IOException e) {
            close();
            if (wasUsed && response.isEmpty()) {
                return again(bytes, e);
            }
            throw endpoint.unreachable(e);
        }
    }

    @Override
    public void close() {
        Socket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new BenchException("a connection cannot be closed", e);
            }
        }
    }

    // An idle connection may have been closed before the request came to the server.
    private ResponseBuffer again(byte[] request, IOException first) {
        try {
            return exchange(request);
        } catch (IOException e) {
            e.addSuppressed(first);
            close();
            throw endpoint.unreachable(e);
        }
    }

    private ResponseBuffer exchange(byte[] request) throws IOException {
        response.clear();
        Socket open = socket == null ? connect() : socket;
        socket = open;
        open.getOutputStream().write(request);
        while (!response.isComplete()) {
            int count = open.getInputStream().read(arrived);
            if (count < 0) {
                throw new IOException("the server closed the connection");
            }
            response.append(arrived, count);
        }
        if (response.isLast()) {
            close();
        }
        return response;
    }

    private Socket connect() throws IOException {
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            plain.setSoTimeout((int) ANSWER_TIMEOUT.toMillis());
            plain.connect(endpoint.address(), (int) CONNECT_TIMEOUT.toMillis());
            return endpoint.isEncrypted() ? encrypted(plain) : plain;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socketOverPlain =
                (SSLSocket) factory.createSocket(plain, endpoint.host(), endpoint.port(), true);
        SSLParameters parameters = socketOverPlain.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socketOverPlain.setSSLParameters(parameters);
        return socketOverPlain;
    }
}
