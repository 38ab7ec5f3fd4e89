package dev.millrace.conformance.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.conformance.client.Clients;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A function behind an address that counts the records it is called with, by one transaction with
/// the token of the invocation through the AWS SDK, and behaves badly otherwise: it fails before or
/// after the transaction, comes late with tokens of calls that have ended, and kills the server
/// between transaction and answer.
final class CountingFunction implements AutoCloseable {
    static final String TABLE = "counts";
    private static final int OK = 200;
    private static final int ERROR = 500;
    private static final Pattern KEY = Pattern.compile("\"Keys\":\\{\"pk\":\\{\"S\":\"(.*?)\"");
    private static final Pattern TOKEN = Pattern.compile("\"clientRequestToken\":\"(.*?)\"");

    private final HttpServer http;
    private final Random random;
    private final AtomicInteger killsLeft = new AtomicInteger();
    private final AtomicInteger lateRefused = new AtomicInteger();
    private final BlockingQueue<Late> late = new LinkedBlockingQueue<>();
    private volatile @Nullable ServerProcess server;
    private volatile @Nullable Clients clients;

    /// A transaction that was not carried out while its invocation lasted.
    private record Late(List<String> keys, String token) {}

    CountingFunction(Random random) throws IOException {
        this.random = random;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::invoke);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /// Says where the server is now, and how often it may be killed.
    void use(ServerProcess next, Clients nextClients, int kills) {
        server = next;
        clients = nextClients;
        killsLeft.set(kills);
    }

    /// How many late transactions were refused.
    int lateRefused() {
        return lateRefused.get();
    }

    /// Waits until the server has been killed from within an invocation.
    int awaitKill() {
        return server().process().onExit().join().exitValue();
    }

    private void invoke(HttpExchange exchange) throws IOException {
        String event = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String context = exchange.getRequestHeaders().getFirst("X-Amz-Client-Context");
        int status = answer(keys(event), token(context));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    // A status other than 2xx means that the function failed to be reached: it is asked again.
    private int answer(List<String> keys, String token) {
        comeLate();
        int chance = chance(6);
        if (chance == 0) {
            late.add(new Late(keys, token));
            return ERROR;
        }
        try {
            count(keys, token);
        } catch (SdkException _) {
            // The server was killed by another invocation.
            return ERROR;
        }
        if (chance < 3 && killsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            server().kill();
        }
        return chance == 5 ? ERROR : OK;
    }

    private void comeLate() {
        Late earlier = late.poll();
        if (earlier == null) {
            return;
        }
        try {
            count(earlier.keys(), earlier.token());
        } catch (IdempotentParameterMismatchException _) {
            lateRefused.incrementAndGet();
        } catch (SdkException _) {
            // The server was killed meanwhile: then it is too late for good.
            lateRefused.incrementAndGet();
        }
    }

    private void count(List<String> keys, String token) {
        Objects.requireNonNull(clients)
                .tables()
                .transactWriteItems(request ->
                        request.clientRequestToken(token)
                                .transactItems(
                                        keys.stream().map(CountingFunction::increment).toList()));
    }

    private static TransactWriteItem increment(String key) {
        Update update =
                Update.builder()
                        .tableName(TABLE)
                        .key(Map.of("pk", AttributeValue.fromS(key)))
                        .updateExpression("ADD n :one")
                        .expressionAttributeValues(Map.of(":one", AttributeValue.fromN("1")))
                        .build();
        return TransactWriteItem.builder().update(update).build();
    }

    private ServerProcess server() {
        return Objects.requireNonNull(server);
    }

    private synchronized int chance(int bound) {
        return random.nextInt(bound);
    }

    private static List<String> keys(String event) {
        return KEY.matcher(event).results().map(match -> match.group(1)).toList();
    }

    private static String token(String context) {
        String json = new String(Base64.getDecoder().decode(context), UTF_8);
        Matcher token = TOKEN.matcher(json);
        if (!token.find()) {
            throw new AssertionError("no token in " + json);
        }
        return token.group(1);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
