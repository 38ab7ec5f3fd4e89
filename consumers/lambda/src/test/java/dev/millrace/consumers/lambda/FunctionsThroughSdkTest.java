package dev.millrace.consumers.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LogType;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.State;

import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;

/// Functions made, changed, called and deleted through the SDK.
@Timeout(120)
class FunctionsThroughSdkTest {
    private static final String NO_RECORDS = "{\"Records\":[]}";

    @TempDir private Path directory;
    private SdkServer server;
    private LambdaClient lambda;

    @BeforeEach
    void start() {
        server = SdkServer.start(directory);
        lambda = server.lambda();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void functionIsActiveForTheWaiterOfTheSdk() {
        server.createNoteKeys("f");
        try (var waiter = lambda.waiter()) {
            GetFunctionResponse active =
                    waiter.waitUntilFunctionActiveV2(request -> request.functionName("f"))
                            .matched()
                            .response()
                            .orElseThrow();

            assertThat(active.configuration().state()).isEqualTo(State.ACTIVE);
            assertThat(active.configuration().codeSha256()).hasSize(44);
        }
    }

    @Test
    void changedConfigurationIsSeenOnceTheWaiterHasSeenTheUpdate() {
        server.createNoteKeys("f");
        lambda.updateFunctionConfiguration(
                request -> request.functionName("f").timeout(7).description("seven"));
        try (var waiter = lambda.waiter()) {
            waiter.waitUntilFunctionUpdatedV2(request -> request.functionName("f"));
        }
        var changed = lambda.getFunctionConfiguration(request -> request.functionName("f"));

        assertThat(changed.timeout()).isEqualTo(7);
        assertThat(changed.description()).isEqualTo("seven");
        assertThat(changed.memorySize()).isEqualTo(256);
    }

    @Test
    void sameCodeUploadedAgainHasTheSameDigestAndAnotherRevision() {
        var created = server.createNoteKeys("f");
        var updated =
                lambda.updateFunctionCode(request ->
                        request.functionName("f").zipFile(server.noteKeys("f").code().zipFile()));

        assertThat(updated.codeSize()).isEqualTo(created.codeSize());
        assertThat(updated.revisionId()).isNotEqualTo(created.revisionId());
    }

    @Test
    void paginatorMeetsEveryFunctionOnce() {
        IntStream.range(0, 5).forEach(i -> server.createNoteKeys("f" + i));

        assertThat(lambda.listFunctionsPaginator(request -> request.maxItems(2)).functions())
                .extracting(FunctionConfiguration::functionName)
                .containsExactlyInAnyOrder("f0", "f1", "f2", "f3", "f4");
    }

    @Test
    void callIsAnsweredWithThePayloadAndTheEndOfTheLog() {
        server.createNoteKeys("f");
        InvokeResponse answer =
                lambda.invoke(request ->
                        request.functionName("f")
                                .logType(LogType.TAIL)
                                .payload(SdkBytes.fromUtf8String(NO_RECORDS)));

        assertThat(answer.functionError()).isNull();
        assertThat(answer.executedVersion()).isEqualTo("$LATEST");
        assertThat(answer.payload().asUtf8String()).isEqualTo("\"noted 0\"");
        assertThat(new String(Base64.getDecoder().decode(answer.logResult()), UTF_8))
                .contains("noting for f");
    }

    @Test
    void exceptionOfTheFunctionIsAFunctionError() {
        server.createNoteKeys("f");
        InvokeResponse answer = lambda.invoke(request -> request.functionName("f"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.functionError()).isEqualTo("Unhandled");
    }

    @Test
    void dryRunAndEventAreAnsweredWithTheirStatus() {
        server.createNoteKeys("f");

        assertThat(status(InvocationType.DRY_RUN)).isEqualTo(204);
        assertThat(status(InvocationType.EVENT)).isEqualTo(202);
    }

    @Test
    void deletedFunctionIsNotFound() {
        server.createNoteKeys("f");
        lambda.deleteFunction(request -> request.functionName("f"));

        assertThatThrownBy(() -> lambda.getFunction(request -> request.functionName("f")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("function:f");
    }

    @Test
    void refusalsAreTheExceptionsOfTheSdk() {
        server.createNoteKeys("f");

        assertThatThrownBy(() -> server.createNoteKeys("f"))
                .isInstanceOf(ResourceConflictException.class);
        assertThatThrownBy(() ->
                        lambda.createFunction(
                                server.noteKeys("g").toBuilder().runtime("cobol85").build()))
                .isInstanceOf(InvalidParameterValueException.class);
    }

    private int status(InvocationType type) {
        return lambda.invoke(request ->
                        request.functionName("f")
                                .invocationType(type)
                                .payload(SdkBytes.fromUtf8String(NO_RECORDS)))
                .statusCode();
    }
}
