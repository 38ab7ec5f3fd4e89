package dev.millrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.Configuration;
import dev.millrace.server.config.Option;
import dev.millrace.server.config.Options;
import dev.millrace.server.config.ServerOptions;

import picocli.CommandLine.Model.CommandSpec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `millrace rehearse`: starts a server on a directory of its own, uses it once and stops. The
/// launcher lets the Java virtual machine record this, so that later starts find the classes that
/// they need already loaded and linked.
final class RehearseCommand implements Callable<Integer> {

    private static final List<Scene> SCENES =
            List.of(
                    new Scene(
                            "CreateTable",
                            """
                            {"TableName":"Rehearsal","BillingMode":"PAY_PER_REQUEST",
                             "KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],
                             "AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}],
                             "StreamSpecification":
                                 {"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}}\
                            """),
                    new Scene(
                            "PutItem",
                            "{\"TableName\":\"Rehearsal\",\"Item\":{\"Id\":{\"S\":\"one\"}}}"),
                    new Scene(
                            "GetItem",
                            "{\"TableName\":\"Rehearsal\",\"Key\":{\"Id\":{\"S\":\"one\"}}}"),
                    new Scene("Scan", "{\"TableName\":\"Rehearsal\"}"));

    /// One request.
    private record Scene(String operation, String body) {}

    private RehearseCommand() {}

    /// The command, which the help does not show.
    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(new RehearseCommand());
        spec.name("rehearse");
        spec.usageMessage().hidden(true);
        return spec;
    }

    @Override
    public Integer call() throws IOException {
        Path directory = Files.createTempDirectory("millrace-rehearsal");
        try (MillraceServer server = MillraceServer.start(options(directory))) {
            for (Scene scene : SCENES) {
                play(scene, server.endpoint());
            }
        } finally {
            delete(directory);
        }
        return ExitCode.SUCCESS;
    }

    private static ServerOptions options(Path directory) {
        Map<Option<?>, String> given =
                Map.of(Options.PORT, "0", Options.DATA, directory.toString());
        return new Configuration(given, Map.of(), directory).resolve();
    }

    private static void play(Scene scene, URI endpoint) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) endpoint.toURL().openConnection();
        connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
        connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810." + scene.operation());
        connection.setRequestProperty("X-Amz-Date", "20260101T000000Z");
        connection.setRequestProperty(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request,"
                        + " SignedHeaders=host, Signature=00");
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(scene.body().getBytes(UTF_8));
        }
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
