package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.server.config.FunctionDeclaration;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.server.config.TriggerOptions;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;

/// Lambda's API for event source mappings (lambda-esm reference, sections 1 to 5).
class LambdaApiTest {

    private static final String LATEST = ",\"StartingPosition\":\"LATEST\"";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:1/");

    private MillraceServer server;
    private LambdaClient lambda;
    private String stream;

    @BeforeEach
    void start() {
        FunctionDeclaration function = new FunctionDeclaration("f", NOWHERE, Duration.ofSeconds(1));
        server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withTriggers(
                                        new TriggerOptions(
                                                List.of(function), DestinationEndpoints.NONE)));
        lambda = LambdaClient.of(server.endpoint());
        stream = lambda.createTable("ttt");
    }

    @AfterEach
    void stop() {
        lambda.close();
        server.close();
    }

    @Test
    void creationIsAnsweredWithEveryDefault() {
        HttpResponse<String> response = lambda.create(stream, LATEST);
        String uuid = LambdaClient.member("UUID", response.body());

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.body().replaceFirst("\"LastModified\":[0-9.]+", "\"LastModified\":0"))
                .isEqualTo(
                        "{\"UUID\":\""
                                + uuid
                                + "\",\"StartingPosition\":\"LATEST\",\"EventSourceArn\":\""
                                + stream
                                + "\",\"EventSourceMappingArn\":\"arn:aws:lambda:us-east-1:"
                                + "000000000000:event-source-mapping:"
                                + uuid
                                + "\",\"FunctionArn\":\"arn:aws:lambda:us-east-1:000000000000:"
                                + "function:f\",\"LastModified\":0,\"LastProcessingResult\":\"No"
                                + " records"
                                + " processed\",\"State\":\"Creating\",\"StateTransitionReason\":\"User"
                                + " action\","
                                + "\"BatchSize\":100,\"MaximumBatchingWindowInSeconds\":0,"
                                + "\"ParallelizationFactor\":1,\"MaximumRecordAgeInSeconds\":-1,"
                                + "\"BisectBatchOnFunctionError\":false,"
                                + "\"MaximumRetryAttempts\":-1,\"TumblingWindowInSeconds\":0,"
                                + "\"FunctionResponseTypes\":[],"
                                + "\"DestinationConfig\":{\"OnFailure\":{}}}");
    }

    @Test
    void mappingIsEnabledOnceItIsMade() {
        String uuid = lambda.map(stream);

        assertThat(LambdaClient.member("State", get(uuid).body())).isEqualTo("Enabled");
    }

    @Test
    void mappingMadeDisabledIsDisabled() {
        HttpResponse<String> response = lambda.create(stream, LATEST + ",\"Enabled\":false");
        String uuid = LambdaClient.member("UUID", response.body());

        assertThat(LambdaClient.member("State", get(uuid).body())).isEqualTo("Disabled");
    }

    @Test
    void slashAtTheEndOfThePathIsTaken() {
        lambda.map(stream);

        assertThat(lambda.call("GET", LambdaClient.PATH + "/", "").body())
                .startsWith("{\"EventSourceMappings\":[{\"UUID\":");
    }

    @Test
    void listIsFilteredByFunctionAndSource() {
        lambda.map(stream);

        assertThat(list("?FunctionName=g")).isEqualTo("{\"EventSourceMappings\":[]}");
        assertThat(list("?EventSourceArn=" + encoded(stream + "9")))
                .isEqualTo("{\"EventSourceMappings\":[]}");
        assertThat(list("?FunctionName=f&EventSourceArn=" + encoded(stream))).contains("UUID");
    }

    @Test
    void listComesInPages() {
        lambda.map(stream);
        lambda.map(lambda.createTable("uuu"));
        String first = list("?MaxItems=1");
        String second = list("?MaxItems=1&Marker=" + LambdaClient.member("NextMarker", first));

        assertThat(second).contains("UUID").doesNotContain("NextMarker");
        assertThat(LambdaClient.member("UUID", second))
                .isNotEqualTo(LambdaClient.member("UUID", first));
    }

    @Test
    void updateChangesWhatItNamesAndNothingElse() {
        String uuid = lambda.map(stream);
        HttpResponse<String> response =
                lambda.call("PUT", LambdaClient.PATH + "/" + uuid, "{\"BatchSize\":7}");

        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(LambdaClient.member("State", response.body())).isIn("Updating", "Enabled");
        assertThat(get(uuid).body())
                .contains("\"BatchSize\":7,")
                .contains("\"MaximumRetryAttempts\":-1,");
    }

    @Test
    void emptyFilterCriteriaTakeTheFiltersAway() {
        String filters =
                ",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"{\\\"eventName\\\":[\\\"INSERT"
                        + "\\\"]}\"}]}";
        String body = lambda.create(stream, LATEST + filters).body();
        String uuid = LambdaClient.member("UUID", body);
        assertThat(body).contains("\"FilterCriteria\":{\"Filters\":[{\"Pattern\":");
        lambda.call("PUT", LambdaClient.PATH + "/" + uuid, "{\"FilterCriteria\":{}}");

        assertThat(get(uuid).body()).doesNotContain("FilterCriteria");
    }

    @Test
    void deletedMappingIsGone() {
        String uuid = lambda.map(stream);
        HttpResponse<String> response = lambda.call("DELETE", LambdaClient.PATH + "/" + uuid, "");
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(LambdaClient.member("State", response.body())).isEqualTo("Deleting");
        HttpResponse<String> after = get(uuid);
        while (after.statusCode() == 200) {
            after = get(uuid);
        }

        requireError(
                after,
                404,
                "ResourceNotFoundException",
                "The resource you requested does not exist.");
    }

    @Test
    void unknownStreamIsRefused() {
        requireError(
                lambda.create(stream + "9", LATEST),
                400,
                "InvalidParameterValueException",
                "Stream not found: " + stream + "9");
    }

    @Test
    void missingStartingPositionIsRefused() {
        requireError(
                lambda.create(stream, ""),
                400,
                "InvalidParameterValueException",
                "1 validation error detected: Value null at 'startingPosition' failed to satisfy"
                        + " constraint: Member must not be null.");
    }

    @Test
    void unknownStartingPositionIsRefused() {
        requireError(
                lambda.create(stream, ",\"StartingPosition\":\"invalid\""),
                400,
                "ValidationException",
                "1 validation error detected: Value 'invalid' at 'startingPosition' failed to"
                        + " satisfy constraint: Member must satisfy enum value set: [LATEST,"
                        + " AT_TIMESTAMP, TRIM_HORIZON]");
    }

    @Test
    void timestampAsStartingPositionIsRefused() {
        requireError(
                lambda.create(stream, ",\"StartingPosition\":\"AT_TIMESTAMP\""),
                400,
                "InvalidParameterValueException",
                "Unsupported starting position for arn type: " + stream);
    }

    @Test
    void brokenPatternIsRefused() {
        requireError(
                lambda.create(
                        stream, LATEST + ",\"FilterCriteria\":{\"Filters\":[{\"Pattern\":\"[\"}]}"),
                400,
                "InvalidParameterValueException",
                "Invalid filter pattern definition.");
    }

    @Test
    void unknownFunctionIsRefused() {
        String body =
                "{\"FunctionName\":\"g\",\"EventSourceArn\":\"" + stream + "\"" + LATEST + "}";

        requireError(
                lambda.call("POST", LambdaClient.PATH, body),
                400,
                "InvalidParameterValueException",
                "Function does not exist");
    }

    @Test
    void secondMappingOfTheSameKindIsAConflict() {
        String uuid = lambda.map(stream);

        requireError(
                lambda.create(stream, LATEST),
                409,
                "ResourceConflictException",
                "The event source arn (\\\" "
                        + stream
                        + " \\\") and function (\\\" arn:aws:lambda:us-east-1:000000000000:"
                        + "function:f \\\") provided mapping already exists. Please update or"
                        + " delete the existing mapping with UUID "
                        + uuid);
    }

    @Test
    void batchSizeBeyondItsRangeIsRefused() {
        requireError(
                lambda.create(stream, LATEST + ",\"BatchSize\":10001"),
                400,
                "ValidationException",
                "1 validation error detected: Value '10001' at 'batchSize' failed to satisfy"
                        + " constraint: Member must have value less than or equal to 10000");
    }

    @Test
    void memberOfOtherSourcesIsRefusedByName() {
        requireError(
                lambda.create(stream, LATEST + ",\"Topics\":[\"t\"]"),
                400,
                "ValidationException",
                "Topics is not supported by this version of Millrace");
    }

    @Test
    void tagsAreSetListedAndTakenAway() {
        String body = lambda.create(stream, LATEST + ",\"Tags\":{\"a\":\"1\"}").body();
        String path =
                "/2017-03-31/tags/" + encoded(LambdaClient.member("EventSourceMappingArn", body));
        assertThat(lambda.call("POST", path, "{\"Tags\":{\"b\":\"2\",\"c\":\"3\"}}").statusCode())
                .isEqualTo(204);
        assertThat(lambda.call("DELETE", path + "?tagKeys=a&tagKeys=b", "").statusCode())
                .isEqualTo(204);

        assertThat(lambda.call("GET", path, "").body()).isEqualTo("{\"Tags\":{\"c\":\"3\"}}");
    }

    @Test
    void operationThatIsNotThereIsRefused() {
        HttpResponse<String> response = lambda.call("GET", "/2015-03-31/functions/f/versions", "");

        assertThat(header(response)).isEqualTo("UnknownOperationException");
    }

    @Test
    void requestWithoutASignatureIsForbidden() {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.endpoint().resolve(LambdaClient.PATH)).GET();

        assertThat(lambda.http().send(request).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String uuid) {
        return lambda.call("GET", LambdaClient.PATH + "/" + uuid, "");
    }

    private String list(String query) {
        return lambda.call("GET", LambdaClient.PATH + query, "").body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String header(HttpResponse<String> response) {
        return response.headers().firstValue("x-amzn-ErrorType").orElse("none");
    }

    private static void requireError(
            HttpResponse<String> response, int status, String type, String message) {
        assertThat(response.body())
                .isEqualTo("{\"Type\":\"User\",\"Message\":\"" + message + "\"}");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response)).isEqualTo(type);
    }
}
