package dev.millrace.bench.trigger;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.Answer;
import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.table.JsonText;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The calls of Lambda's API that a function with a mapping needs.
final class LambdaApi implements AutoCloseable {
    private static final String FUNCTIONS = "/2015-03-31/functions/";
    private static final String MAPPINGS = "/2015-03-31/event-source-mappings/";
    private static final int NOT_FOUND = 404;

    private final Caller caller;

    LambdaApi(Endpoint endpoint) {
        this.caller = new Caller(endpoint);
    }

    /// Whether the server has this API.
    boolean isThere() {
        Answer answer = caller.call(Operation.ofFunctions("GET", FUNCTIONS), "");
        return answer.isGood() && answer.body().contains("\"Functions\"");
    }

    /// Makes a function whose `bootstrap` is a script.
    void createFunction(String name, String script) {
        String code = Base64.getEncoder().encodeToString(zipped(script));
        caller.ask(
                Operation.ofFunctions("POST", FUNCTIONS),
                """
                {"FunctionName":"%s","Runtime":"provided.al2023","Handler":"bench",\
                "Role":"arn:aws:iam::000000000000:role/bench","Timeout":60,"MemorySize":512,\
                "Code":{"ZipFile":"%s"}}\
                """
                        .formatted(name, code));
    }

    /// Has the function called with each record of a stream, from now on: the mapping's identifier.
    String map(String function, String streamArn) {
        String answer =
                caller.ask(
                        Operation.ofFunctions("POST", MAPPINGS),
                        """
                        {"FunctionName":"%s","EventSourceArn":"%s","BatchSize":1,\
                        "StartingPosition":"LATEST"}\
                        """
                                .formatted(function, streamArn));
        return JsonText.first(answer, "UUID")
                .orElseThrow(() -> new BenchException("a mapping has no identifier"));
    }

    void deleteMapping(String uuid) {
        delete(MAPPINGS + uuid);
    }

    void deleteFunction(String name) {
        delete(FUNCTIONS + name);
    }

    @Override
    public void close() {
        caller.close();
    }

    /// The script that starts [Bootstrap] with the Java that runs this program.
    static String script(int port) {
        return "#!/bin/sh\nexec "
                + quoted(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                + " -XX:+UseSerialGC -Xmx32m -cp "
                + quoted(placeOf(Bootstrap.class).toString())
                + " "
                + Bootstrap.class.getName()
                + " "
                + port
                + "\n";
    }

    private void delete(String path) {
        Answer answer = caller.call(Operation.ofFunctions("DELETE", path), "");
        if (!answer.isGood() && answer.status() != NOT_FOUND) {
            throw new BenchException(
                    "DELETE " + path + " was answered " + answer.status() + ": " + answer.body());
        }
    }

    private static String quoted(String path) {
        return "'" + path.replace("'", "'\\''") + "'";
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of this program has no name", e);
        }
    }

    private static byte[] zipped(String script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("bootstrap"));
            zip.write(script.getBytes(UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        return bytes.toByteArray();
    }
}
