package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

import dev.millrace.server.config.DeclaredCode;
import dev.millrace.server.config.FunctionDeclaration;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/// Functions that the configuration file declares, invoked through Lambda's API.
class DeclaredFunctionTest {

    @TempDir private Path directory;

    /// A handler in a jar.
    public static final class Greeting implements RequestHandler<Map<String, String>, String> {
        @Override
        public String handleRequest(Map<String, String> event, Context context) {
            return "hello " + event.get("name") + " from " + context.getFunctionName();
        }
    }

    @Test
    void handlerInAJarAnswers() throws IOException {
        DeclaredCode jar = new DeclaredCode.Jar(List.of(jar()), Greeting.class.getName());

        assertThat(invoke(jar, "{\"name\":\"ann\"}")).isEqualTo("\"hello ann from f\"");
    }

    @Test
    void programAnswers() {
        String script =
                """
                api=http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation
                id=$(curl -sf -D - -o event $api/next | tr -d '\\r' |
                    sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
                curl -sf -d "[$(cat event), \\"$CARRIER\\"]" $api/$id/response
                """;
        DeclaredCode program =
                new DeclaredCode.Command(List.of("bash", "-c", script), "", directory);

        assertThat(invoke(program, "{\"a\":1}")).isEqualTo("[{\"a\":1}, \"dove\"]");
    }

    @Test
    void declaredFunctionIsNotMadeASecondTime() {
        try (MillraceServer server = start(new DeclaredCode.Command(List.of("x"), "", directory));
                LambdaClient lambda = LambdaClient.of(server.endpoint())) {
            HttpResponse<String> response =
                    lambda.call(
                            "POST",
                            "/2015-03-31/functions",
                            "{\"FunctionName\":\"f\",\"Runtime\":\"provided\",\"Role\":"
                                    + "\"arn:aws:iam::000000000000:role/r\","
                                    + "\"Code\":{\"ZipFile\":\"bm8=\"}}");

            assertThat(response.statusCode()).isEqualTo(409);
        }
    }

    private String invoke(DeclaredCode code, String event) {
        try (MillraceServer server = start(code);
                LambdaClient lambda = LambdaClient.of(server.endpoint())) {
            return lambda.call("POST", "/2015-03-31/functions/f/invocations", event).body();
        }
    }

    private static MillraceServer start(DeclaredCode code) {
        FunctionDeclaration declared =
                new FunctionDeclaration(
                        "f", code, Duration.ofSeconds(30), 512, Map.of("CARRIER", "dove"), null);
        return MillraceServer.start(
                ServerOptions.inMemory()
                        .withTriggers(
                                new TriggerOptions(List.of(declared), DestinationEndpoints.NONE)));
    }

    private Path jar() throws IOException {
        Path jar = directory.resolve("greeting.jar");
        String name = Greeting.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream archive = new JarOutputStream(file);
                InputStream content = Greeting.class.getClassLoader().getResourceAsStream(name)) {
            archive.putNextEntry(new JarEntry(name));
            Objects.requireNonNull(content).transferTo(archive);
            archive.closeEntry();
        }
        return jar;
    }
}
