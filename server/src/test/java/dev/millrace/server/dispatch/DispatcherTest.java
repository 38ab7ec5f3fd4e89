package dev.millrace.server.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.Service;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class DispatcherTest {

    private static final FailureLog NONE = (request, cause) -> {};
    private static final String SHOUT = "DynamoDB_20120810.Shout";
    private static final String SIGNED =
            "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/dynamodb/aws4_request,"
                    + " SignedHeaders=host;x-amz-date, Signature=00";
    private static final String SERIALIZATION =
            "{\"__type\":\"com.amazon.coral.service#SerializationException\"}";
    private static final String UNKNOWN_OPERATION =
            "{\"__type\":\"com.amazon.coral.service#UnknownOperationException\"}";

    @Test
    void goodRequestIsDecodedExecutedAndEncoded() {
        assertThat(shout(SHOUT, SIGNED, "{\"Text\":\"hello\"}"))
                .isEqualTo("200 {\"Text\":\"HELLO\"}");
    }

    @Test
    void unknownOperationOfKnownServiceIsRefused() {
        assertThat(shout("DynamoDB_20120810.Whisper", SIGNED, "{}"))
                .isEqualTo("400 " + UNKNOWN_OPERATION);
    }

    @Test
    void missingTargetIsRefused() {
        assertThat(shout(null, SIGNED, "{}")).isEqualTo("400 " + UNKNOWN_OPERATION);
    }

    @Test
    void operationOfTheOtherServiceIsUnknown() {
        assertThat(shout("DynamoDBStreams_20120810.Shout", SIGNED, "{}"))
                .isEqualTo("400 " + UNKNOWN_OPERATION);
    }

    @Test
    void brokenJsonGoesBeforeUnknownTarget() {
        assertThat(shout("nonsense", SIGNED, "{")).isEqualTo("400 " + SERIALIZATION);
    }

    @Test
    void brokenJsonGoesBeforeMissingSignature() {
        assertThat(shout(SHOUT, null, "{\"Text\":")).isEqualTo("400 " + SERIALIZATION);
    }

    @Test
    void unknownTargetGoesBeforeMissingSignature() {
        assertThat(shout("nonsense", null, "{}")).isEqualTo("400 " + UNKNOWN_OPERATION);
    }

    @Test
    void missingSignatureGoesBeforeWrongType() {
        assertThat(shout(SHOUT, null, "{\"Text\":1}"))
                .contains("MissingAuthenticationTokenException");
    }

    @Test
    void wrongTypeGoesBeforeWhatTheOperationSays() {
        Operation<String, String> refusing =
                _ -> {
                    throw ApiException.validation("never seen");
                };

        assertThat(answer(refusing, call(SHOUT, SIGNED), "{\"Text\":1}"))
                .isEqualTo(
                        "400 {\"__type\":\"com.amazon.coral.service#SerializationException\","
                                + "\"Message\":\"NUMBER_VALUE cannot be converted to String\"}");
    }

    @Test
    void errorOfTheOperationIsTheAnswer() {
        Operation<String, String> refusing =
                _ -> {
                    throw ApiException.validation("not so loud");
                };

        assertThat(answer(refusing, call(SHOUT, SIGNED), "{}"))
                .isEqualTo(
                        "400 {\"__type\":\"com.amazon.coral.validate#ValidationException\","
                                + "\"message\":\"not so loud\"}");
    }

    @Test
    void faultOfOursNamesTheRequestAndNothingElse() {
        Operation<String, String> failing =
                _ -> {
                    throw new IllegalStateException("secret");
                };

        assertThat(answer(failing, call(SHOUT, SIGNED), "{}")).isEqualTo(internalServerError());
    }

    @Test
    void faultOfOursIsLoggedOnceWithTheRequest() {
        List<String> logged = new ArrayList<>();
        EndpointTable table =
                new EndpointTable(
                        List.of(
                                Shouting.endpoint(
                                        Service.DYNAMODB,
                                        _ -> {
                                            throw new IllegalStateException("secret");
                                        })));
        Dispatcher dispatcher =
                new Dispatcher(table, (request, cause) -> logged.add(request + " " + cause));

        text(dispatcher, call(SHOUT, SIGNED), "{}");

        assertThat(logged).containsExactly("THE-ID java.lang.IllegalStateException: secret");
    }

    @Test
    void exhaustedStackIsAFaultOfOurs() {
        Operation<String, String> endless =
                _ -> {
                    throw new StackOverflowError();
                };

        assertThat(answer(endless, call(SHOUT, SIGNED), "{}")).isEqualTo(internalServerError());
    }

    @Test
    void tableOfOneServiceDoesNotKnowTheOther() {
        EndpointTable table =
                new EndpointTable(
                        List.of(
                                Shouting.endpoint(Service.DYNAMODB, text -> "tables"),
                                Shouting.endpoint(Service.STREAMS, text -> "streams")));
        Dispatcher streamsOnly = new Dispatcher(table.only(Service.STREAMS), NONE);

        assertThat(text(streamsOnly, call("DynamoDBStreams_20120810.Shout", SIGNED), "{}"))
                .isEqualTo("200 {\"Text\":\"streams\"}");
        assertThat(text(streamsOnly, call(SHOUT, SIGNED), "{}"))
                .isEqualTo("400 " + UNKNOWN_OPERATION);
    }

    private static String internalServerError() {
        return "500 {\"__type\":\"com.amazonaws.dynamodb.v20120810#InternalServerError\","
                + "\"message\":\"Internal server error; request id THE-ID\"}";
    }

    private static String shout(
            @Nullable String target, @Nullable String authorization, String body) {
        return answer(text -> text.toUpperCase(Locale.ROOT), call(target, authorization), body);
    }

    private static String answer(Operation<String, String> operation, Call call, String body) {
        EndpointTable table =
                new EndpointTable(List.of(Shouting.endpoint(Service.DYNAMODB, operation)));
        return text(new Dispatcher(table, NONE), call, body);
    }

    private static String text(Dispatcher dispatcher, Call call, String body) {
        Answer answer = dispatcher.answer(call, body.getBytes(UTF_8), new JsonOutput());
        return answer.status() + " " + new String(answer.bytes(), 0, answer.length(), UTF_8);
    }

    private static Call call(@Nullable String target, @Nullable String authorization) {
        return new Call(
                "THE-ID",
                target,
                authorization,
                Map.of(),
                name -> name.equalsIgnoreCase("X-Amz-Date") ? "20260101T000000Z" : null);
    }
}
