package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Lambda's API for functions, with functions that are shell scripts.
class FunctionApiTest {

    private static final String PATH = "/2015-03-31/functions";

    /// Answers what the shell function `handle` makes of the event.
    private static final String LOOP =
            """
            api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime"
            while true; do
                headers=$(mktemp)
                event=$(curl -sf -D "$headers" "$api/invocation/next") || exit 1
                id=$(tr -d '\\r' <"$headers" | sed -n 's/^[Ll]ambda-[Rr]untime-[Aa]ws-[Rr]equest-[Ii]d: //p')
                curl -sf -d "$(printf '%s' "$event" | handle)" "$api/invocation/$id/response" >/dev/null
            done
            """;

    @TempDir private Path directory;
    private MillraceServer server;
    private LambdaClient lambda;

    @BeforeEach
    void start() {
        server = MillraceServer.start(ServerOptions.inMemory().withData(directory));
        lambda = LambdaClient.of(server.endpoint());
    }

    @AfterEach
    void stop() {
        lambda.close();
        server.close();
    }

    @Test
    void creationIsAnsweredWithTheConfiguration() {
        HttpResponse<String> response = create("f", "cat", ",\"Description\":\"says it\"");
        String code = LambdaClient.member("CodeSha256", response.body());
        String revision = LambdaClient.member("RevisionId", response.body());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(
                        response.body()
                                .replaceFirst("\"CodeSize\":[0-9]+", "\"CodeSize\":0")
                                .replaceFirst(
                                        "\"LastModified\":\"[0-9T:.-]+\\+0000\"",
                                        "\"LastModified\":\"\""))
                .isEqualTo(
                        "{\"FunctionName\":\"f\",\"FunctionArn\":\"arn:aws:lambda:us-east-1:"
                                + "000000000000:function:f\",\"Runtime\":\"provided.al2023\","
                                + "\"Role\":\"arn:aws:iam::000000000000:role/r\","
                                + "\"Description\":\"says it\",\"Timeout\":3,\"MemorySize\":128,"
                                + "\"TracingConfig\":{\"Mode\":\"PassThrough\"},"
                                + "\"Architectures\":[\"x86_64\"],"
                                + "\"EphemeralStorage\":{\"Size\":512},\"CodeSize\":0,"
                                + "\"CodeSha256\":\""
                                + code
                                + "\",\"LastModified\":\"\",\"Version\":\"$LATEST\","
                                + "\"RevisionId\":\""
                                + revision
                                + "\",\"PackageType\":\"Zip\",\"State\":\"Pending\","
                                + "\"StateReason\":\"The function is being created.\","
                                + "\"StateReasonCode\":\"Creating\","
                                + "\"SnapStart\":{\"ApplyOn\":\"None\",\"OptimizationStatus\":"
                                + "\"Off\"},\"LoggingConfig\":{\"LogFormat\":\"Text\","
                                + "\"LogGroup\":\"/aws/lambda/f\"}}");
    }

    @Test
    void functionIsActiveOnceItsCreationIsAnswered() {
        create("f", "cat", "");

        assertThat(lambda.call("GET", PATH + "/f", "").body())
                .contains("\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\"");
    }

    @Test
    void invocationIsAnsweredWithWhatTheFunctionAnswers() {
        create("f", "sed s/ping/pong/", "");
        HttpResponse<String> response = invoke("f", "{\"a\":\"ping\"}", Map.of());

        assertThat(response.body()).isEqualTo("{\"a\":\"pong\"}");
        assertThat(response.headers().firstValue("X-Amz-Executed-Version")).hasValue("$LATEST");
    }

    @Test
    void errorOfTheFunctionIsAGoodAnswerWithAHeader() {
        create("f", "cat; kill -9 $$", "");
        HttpResponse<String> response = invoke("f", "{}", Map.of());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("X-Amz-Function-Error")).hasValue("Unhandled");
        assertThat(response.body()).contains("Runtime exited with error: signal: killed");
    }

    @Test
    void endOfTheLogComesWithTheAnswerWhenItIsAskedFor() {
        create("f", "echo said >&2; cat", "");
        HttpResponse<String> response = invoke("f", "{}", Map.of("X-Amz-Log-Type", "Tail"));
        String log =
                new String(
                        Base64.getDecoder()
                                .decode(
                                        response.headers()
                                                .firstValue("X-Amz-Log-Result")
                                                .orElseThrow()),
                        UTF_8);

        assertThat(log).contains("START RequestId: ", "said\n", "REPORT RequestId: ");
    }

    @Test
    void dryRunInvokesNothing() {
        create("f", "exit 1", "");

        assertThat(invoke("f", "{}", Map.of("X-Amz-Invocation-Type", "DryRun")).statusCode())
                .isEqualTo(204);
    }

    @Test
    void eventIsCarriedOutBehindTheAnswer() throws InterruptedException {
        Path done = directory.resolve("done");
        create("f", "cat >" + done + ".part; mv " + done + ".part " + done, "");
        HttpResponse<String> response =
                invoke("f", "{\"a\":1}", Map.of("X-Amz-Invocation-Type", "Event"));

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
        assertThat(awaited(done)).isEqualTo("{\"a\":1}");
    }

    @Test
    void updatedCodeAnswersTheNextInvocation() {
        create("f", "echo 1", "");
        invoke("f", "{}", Map.of());
        lambda.call(
                "PUT", PATH + "/f/code", "{\"ZipFile\":\"" + zip("handle() { echo 2; }\n") + "\"}");

        assertThat(invoke("f", "{}", Map.of()).body()).isEqualTo("2");
    }

    @Test
    void updatedVariablesAreSeenByTheNextInvocation() {
        create("f", "echo \"\\\"$WORD\\\"\"", "");
        invoke("f", "{}", Map.of());
        lambda.call(
                "PUT",
                PATH + "/f/configuration",
                "{\"Environment\":{\"Variables\":{\"WORD\":\"new\"}}}");

        assertThat(invoke("f", "{}", Map.of()).body()).isEqualTo("\"new\"");
    }

    @Test
    void updateWithAnotherRevisionIsRefused() {
        create("f", "cat", "");
        HttpResponse<String> response =
                lambda.call(
                        "PUT",
                        PATH + "/f/configuration",
                        "{\"Timeout\":5,\"RevisionId\":\"00000000-0000-0000-0000-000000000000\"}");

        assertError(response, 412, "PreconditionFailedException", "The RevisionId provided");
    }

    @Test
    void deletedFunctionIsGoneWithItsCode() throws IOException {
        create("f", "cat", "");
        assertThat(lambda.call("DELETE", PATH + "/f", "").statusCode()).isEqualTo(204);

        assertError(
                lambda.call("GET", PATH + "/f", ""),
                404,
                "ResourceNotFoundException",
                "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f");
        try (Stream<Path> code = Files.list(directory.resolve("functions").resolve("code"))) {
            assertThat(code).isEmpty();
        }
    }

    @Test
    void functionIsStillThereAfterARestart() {
        create("f", "cat", ",\"Timeout\":7");
        lambda.close();
        server.close();
        start();

        assertThat(invoke("f", "{\"a\":1}", Map.of()).body()).isEqualTo("{\"a\":1}");
        assertThat(lambda.call("GET", PATH + "/f/configuration", "").body())
                .contains("\"Timeout\":7");
    }

    @Test
    void functionsAreListedByNameInPages() {
        create("b", "cat", "");
        create("a", "cat", "");
        HttpResponse<String> first = lambda.call("GET", PATH + "?MaxItems=1", "");
        String marker = LambdaClient.member("NextMarker", first.body());

        assertThat(LambdaClient.member("FunctionName", first.body())).isEqualTo("a");
        assertThat(
                        LambdaClient.member(
                                "FunctionName",
                                lambda.call("GET", PATH + "?Marker=" + marker, "").body()))
                .isEqualTo("b");
    }

    @Test
    void reservedConcurrencyOfNoneThrottlesEveryInvocation() {
        create("f", "cat", "");
        String path = "/2017-10-31/functions/f/concurrency";
        HttpResponse<String> set = lambda.call("PUT", path, "{\"ReservedConcurrentExecutions\":0}");

        assertThat(set.body()).isEqualTo("{\"ReservedConcurrentExecutions\":0}");
        HttpResponse<String> throttled = invoke("f", "{}", Map.of());
        assertError(throttled, 429, "TooManyRequestsException", "Rate Exceeded.");
        assertThat(throttled.body())
                .contains("\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"");
        assertThat(lambda.call("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(invoke("f", "{}", Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void functionsHaveTags() {
        create("f", "cat", ",\"Tags\":{\"a\":\"1\"}");
        String path =
                "/2017-03-31/tags/arn%3Aaws%3Alambda%3Aus-east-1%3A000000000000%3Afunction%3Af";
        lambda.call("POST", path, "{\"Tags\":{\"b\":\"2\"}}");
        lambda.call("DELETE", path + "?tagKeys=a", "");

        assertThat(lambda.call("GET", path, "").body()).isEqualTo("{\"Tags\":{\"b\":\"2\"}}");
    }

    @Test
    void secondFunctionOfOneNameIsRefused() {
        create("f", "cat", "");

        assertError(
                create("f", "cat", ""),
                409,
                "ResourceConflictException",
                "Function already exist: f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"Runtime":"ruby3.3","Handler":"a.b"}|InvalidParameterValueException|The runtime ruby3.3
                    {"Runtime":"provided","Environment":{"Variables":{"AWS_REGION":"x"}}}|InvalidParameterValueException|Lambda was unable to configure your environment variables
                    {"Runtime":"provided","Timeout":0}|ValidationException|1 validation error detected: Value '0' at 'timeout'
                    {"Runtime":"provided","Role":"me"}|ValidationException|1 validation error detected: Value 'me' at 'role'
                    {"Runtime":"provided","Publish":true}|ValidationException|Publish is not supported
                    {"Handler":"a.b"}|InvalidParameterValueException|Runtime and Handler are mandatory
                    {"Runtime":"provided","Code":{"S3Bucket":"b"}}|ValidationException|S3Bucket is not supported
                    {"Runtime":"provided","Code":{"ZipFile":"bm8="}}|InvalidParameterValueException|Could not unzip uploaded file.
                    """)
    void functionThatCannotBeIsRefused(String members, String error, String message) {
        String body =
                "{\"FunctionName\":\"f\""
                        + (members.contains("Role\":")
                                ? ""
                                : ",\"Role\":\"arn:aws:iam::000000000000:role/r\"")
                        + (members.contains("Code\":")
                                ? ""
                                : ",\"Code\":{\"ZipFile\":\"" + zip("") + "\"}")
                        + ","
                        + members.substring(1);

        assertError(lambda.call("POST", PATH, body), 400, error, message);
    }

    @Test
    void functionThatIsNotThereCannotBeInvoked() {
        assertError(
                invoke("f", "{}", Map.of()),
                404,
                "ResourceNotFoundException",
                "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f");
    }

    @Test
    void versionThatIsNotThereCannotBeInvoked() {
        create("f", "cat", "");

        assertError(
                lambda.call("POST", PATH + "/f/invocations?Qualifier=7", "{}"),
                404,
                "ResourceNotFoundException",
                "Function not found: arn:aws:lambda:us-east-1:000000000000:function:f:7");
    }

    @Test
    void payloadThatIsNoJsonIsRefused() {
        create("f", "cat", "");

        assertError(
                invoke("f", "{no", Map.of()),
                400,
                "InvalidRequestContentException",
                "Could not parse request body into json");
    }

    @Test
    void payloadBeyondSixMegabytesIsRefused() {
        create("f", "cat", "");

        assertError(
                invoke("f", "\"" + "x".repeat(6 << 20) + "\"", Map.of()),
                413,
                "RequestTooLargeException",
                "Request must be smaller than 6291456 bytes for the InvokeFunction operation");
    }

    @Test
    void payloadOfAnEventBeyondOneMegabyteIsRefused() {
        create("f", "cat", "");

        assertError(
                invoke(
                        "f",
                        "\"" + "x".repeat(1 << 20) + "\"",
                        Map.of("X-Amz-Invocation-Type", "Event")),
                413,
                "RequestTooLargeException",
                "Request must be smaller than 1048576 bytes for the InvokeFunction operation");
    }

    @Test
    void throttledInvocationOfAMappingIsNoAttempt() throws InterruptedException {
        Path done = directory.resolve("done");
        String path = "/2017-10-31/functions/f/concurrency";
        create("f", "cat >" + done + ".part; mv " + done + ".part " + done, "");
        lambda.call("PUT", path, "{\"ReservedConcurrentExecutions\":0}");
        String uuid =
                LambdaClient.member(
                        "UUID",
                        lambda.create(
                                        lambda.createTable("ttt"),
                                        ",\"StartingPosition\":\"TRIM_HORIZON\","
                                                + "\"MaximumRetryAttempts\":0")
                                .body());
        lambda.put("ttt", "ann");
        while (!lambda.call("GET", LambdaClient.PATH + "/" + uuid, "")
                .body()
                .contains("\"LastProcessingResult\":\"PROBLEM")) {
            Thread.onSpinWait();
        }
        lambda.call("DELETE", path, "");

        assertThat(awaited(done)).contains("\"Keys\":{\"id\":{\"S\":\"ann\"}}");
    }

    @Test
    void mappingCallsAFunctionThatWasMade() throws InterruptedException {
        Path done = directory.resolve("done");
        create("f", "cat >" + done + ".part; mv " + done + ".part " + done, "");
        lambda.map(lambda.createTable("ttt"));
        lambda.put("ttt", "ann");

        assertThat(awaited(done)).contains("\"Keys\":{\"id\":{\"S\":\"ann\"}}");
    }

    private HttpResponse<String> create(String name, String handle, String members) {
        return lambda.call(
                "POST",
                PATH,
                "{\"FunctionName\":\""
                        + name
                        + "\",\"Runtime\":\"provided.al2023\",\"Role\":"
                        + "\"arn:aws:iam::000000000000:role/r\",\"Code\":{\"ZipFile\":\""
                        + zip("handle() { " + handle + "; }\n")
                        + "\"}"
                        + members
                        + "}");
    }

    private HttpResponse<String> invoke(String name, String payload, Map<String, String> headers) {
        return lambda.call("POST", PATH + "/" + name + "/invocations", payload, headers);
    }

    private static void assertError(
            HttpResponse<String> response, int status, String error, String message) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue(error);
        assertThat(LambdaClient.member("Message", response.body())).startsWith(message);
    }

    // What a function leaves in a file, once it has.
    private String awaited(Path file) throws InterruptedException {
        try (WatchService watch = directory.getFileSystem().newWatchService()) {
            directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(file)) {
                WatchKey key = watch.take();
                key.pollEvents();
                key.reset();
            }
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // In Base64, an archive with a script that goes on with the loop.
    private static String zip(String beginning) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("bootstrap");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(("#!/usr/bin/env bash\n" + beginning + LOOP).getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
