package dev.millrace.bench.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The function that is measured: the program that a custom runtime's `bootstrap` starts. It takes
/// invocations from Lambda's runtime API, tells the benchmark the numbers of the items in them, and
/// answers. Uses nothing but the JDK.
public final class Bootstrap {
    private static final String PATH = "/2018-06-01/runtime/invocation/";
    private static final Pattern NUMBER =
            Pattern.compile("\"n\"\\s*:\\s*\\{\\s*\"N\"\\s*:\\s*\"(\\d+)\"");

    private final String api;
    private final DataOutputStream benchmark;

    private Bootstrap(String api, DataOutputStream benchmark) {
        this.api = api;
        this.benchmark = benchmark;
    }

    /// Works until it is ended.
    ///
    /// @param arguments the port where the benchmark listens
    public static void main(String[] arguments) throws IOException {
        String api = Objects.requireNonNull(System.getenv("AWS_LAMBDA_RUNTIME_API"));
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
            socket.setTcpNoDelay(true);
            Bootstrap bootstrap =
                    new Bootstrap(api, new DataOutputStream(socket.getOutputStream()));
            while (true) {
                bootstrap.serveOne();
            }
        }
    }

    private void serveOne() throws IOException {
        HttpURLConnection next = connect("next");
        String event;
        try (InputStream in = next.getInputStream()) {
            event = new String(in.readAllBytes(), UTF_8);
        }
        tell(event);
        HttpURLConnection answer =
                connect(next.getHeaderField("Lambda-Runtime-Aws-Request-Id") + "/response");
        answer.setRequestMethod("POST");
        answer.setDoOutput(true);
        try (OutputStream out = answer.getOutputStream()) {
            out.write("null".getBytes(UTF_8));
        }
        try (InputStream in = answer.getInputStream()) {
            in.readAllBytes();
        }
    }

    private void tell(String event) throws IOException {
        Matcher matcher = NUMBER.matcher(event);
        while (matcher.find()) {
            benchmark.writeLong(Long.parseLong(matcher.group(1)));
        }
        benchmark.flush();
    }

    private HttpURLConnection connect(String path) throws IOException {
        return (HttpURLConnection)
                URI.create("http://" + api + PATH + path).toURL().openConnection();
    }
}
