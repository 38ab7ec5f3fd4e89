package dev.millrace.benchmarks.trigger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import org.HdrHistogram.Histogram;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts one item after another and measures, for each, the time from before the put was sent until
/// the function was called with it: what a commit takes to become an invocation, and the put
/// itself.
///
/// The server must have been started with `function.latency.url = http://127.0.0.1:PORT/`.
public final class TriggerLatency {
    private static final int WARMUP = 200;
    private static final Pattern STREAM = Pattern.compile("\"LatestStreamArn\":\"(.*?)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<Long> calls = new LinkedBlockingQueue<>();
    private final URI server;

    private TriggerLatency(URI server) {
        this.server = server;
    }

    /// Runs it: address of the server, port of the function, number of puts.
    public static void main(String[] arguments) throws IOException, InterruptedException {
        TriggerLatency latency = new TriggerLatency(URI.create(arguments[0]));
        HttpServer function = latency.function(Integer.parseInt(arguments[1]));
        try {
            latency.map();
            latency.measure(WARMUP);
            Histogram puts = new Histogram(3);
            Histogram times = latency.measure(Integer.parseInt(arguments[2]), puts);
            System.out.println("put answered      " + line(puts));
            System.out.println("put to invocation " + line(times));
        } finally {
            function.stop(0);
        }
    }

    private void measure(int count) throws IOException, InterruptedException {
        measure(count, new Histogram(3));
    }

    private Histogram measure(int count, Histogram puts) throws IOException, InterruptedException {
        Histogram times = new Histogram(3);
        for (int i = 0; i < count; i++) {
            long before = System.nanoTime();
            table(
                    "PutItem",
                    "{\"TableName\":\"latency\",\"Item\":{\"id\":{\"S\":\"" + before + "\"}}}");
            puts.recordValue(System.nanoTime() - before);
            times.recordValue(calls.take() - before);
        }
        return times;
    }

    private void map() throws IOException, InterruptedException {
        String table =
                table(
                        "CreateTable",
                        "{\"TableName\":\"latency\",\"BillingMode\":\"PAY_PER_REQUEST\","
                                + "\"AttributeDefinitions\":[{\"AttributeName\":\"id\","
                                + "\"AttributeType\":\"S\"}],\"KeySchema\":["
                                + "{\"AttributeName\":\"id\",\"KeyType\":\"HASH\"}],"
                                + "\"StreamSpecification\":{\"StreamEnabled\":true,"
                                + "\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}");
        Matcher arn = STREAM.matcher(table);
        if (!arn.find()) {
            throw new IOException("the table was not made: " + table);
        }
        send(
                request(server.resolve("/2015-03-31/event-source-mappings"), "lambda")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"FunctionName\":\"latency\",\"StartingPosition\":"
                                                + "\"LATEST\",\"EventSourceArn\":\""
                                                + arn.group(1)
                                                + "\"}")));
    }

    private String table(String operation, String body) throws IOException, InterruptedException {
        return send(
                request(server, "dynamodb")
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "DynamoDB_20120810." + operation)
                        .POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(URI uri, String service) {
        return HttpRequest.newBuilder(uri)
                .header("X-Amz-Date", "20260101T000000Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/"
                                + service
                                + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=00");
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(response.body());
        }
        return response.body();
    }

    private HttpServer function(int port) throws IOException {
        HttpServer function =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        function.createContext("/", this::called);
        function.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        function.start();
        return function;
    }

    private void called(HttpExchange exchange) throws IOException {
        calls.add(System.nanoTime());
        exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static String line(Histogram nanos) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, max %.2f ms",
                nanos.getValueAtPercentile(50) / 1e6,
                nanos.getValueAtPercentile(90) / 1e6,
                nanos.getValueAtPercentile(99) / 1e6,
                nanos.getMaxValue() / 1e6);
    }
}
