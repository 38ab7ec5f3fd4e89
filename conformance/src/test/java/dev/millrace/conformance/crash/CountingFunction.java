package dev.millrace.conformance.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.millrace.conformance.client.Clients;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
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
    private static final int ERROR = 500;
    private static final Pattern KEY = Pattern.compile("\"Keys\":\\{\"id\":\\{\"S\":\"(.*?)\"");
    private static final Pattern TOKEN = Pattern.compile("\"clientRequestToken\":\"(.*?)\"");

    private final HttpServer http;
    private final Random random;
    private final AtomicInteger killsLeft = new AtomicInteger();
    private final AtomicInteger lateRefused = new AtomicInteger();
    private final BlockingQueue<Late> late = new LinkedBlockingQueue<>();
    private volatile ServerProcess server;
    private volatile Clients clients;

    /// A transaction that was not carried out while its invocation lasted.
    private record Late(List<String> keys, String token) {}

    CountingFunction(Random random, ServerProcess server, Clients clients) throws IOException {
        this.random = random;
        this.server = server;
        this.clients = clients;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/", this::invoke);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.start();
    }
}
