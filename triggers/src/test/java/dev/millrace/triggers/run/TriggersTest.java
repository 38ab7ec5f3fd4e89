package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.failure.Condition;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.mapping.MappingState;
import dev.millrace.triggers.mapping.MappingUpdate;
import dev.millrace.triggers.mapping.NewMapping;
import dev.millrace.triggers.mapping.StartingPosition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.function.UnaryOperator;

class TriggersTest {
    private final TriggerFixture fixture = new TriggerFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void functionIsCalledWithWhatIsWritten() throws InterruptedException {
        fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS);
        fixture.put("a");

        assertThat(fixture.nextBatch()).containsExactly("a");
    }

    @Test
    void trimHorizonBeginsWithTheFirstRecord() throws InterruptedException {
        fixture.put("a");
        fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS);

        assertThat(fixture.nextBatch()).containsExactly("a");
    }

    @Test
    void latestBeginsBehindWhatIsThere() throws InterruptedException {
        fixture.put("a");
        fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS);
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    @Test
    void restartGoesOnBehindTheCheckpoint() throws InterruptedException {
        fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS);
        fixture.put("a");
        fixture.nextBatch();
        fixture.restart();
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    @Test
    void restartRepeatsABatchThatWasNotDone() throws InterruptedException {
        fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS);
        fixture.behave(_ -> new Outcome.NotReady("busy"));
        fixture.put("a");
        fixture.nextBatch();
        fixture.behave(_ -> TriggerFixture.answered(""));
        fixture.restart();

        assertThat(fixture.nextBatch()).containsExactly("a");
    }

    @Test
    void latestIsRememberedOverARestart() throws InterruptedException {
        fixture.map(StartingPosition.LATEST, TriggerFixture.settings("{\"Enabled\":false}"));
        fixture.put("a");
        fixture.restart();
        String uuid = fixture.triggers().list().getFirst().mapping().uuid();
        fixture.triggers().update(uuid, enabled(true));

        assertThat(fixture.nextBatch()).containsExactly("a");
    }

    @Test
    void disabledMappingKeepsItsPosition() throws InterruptedException {
        String uuid =
                fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS).mapping().uuid();
        fixture.put("a");
        fixture.nextBatch();
        fixture.triggers().update(uuid, enabled(false));
        awaitSettled(uuid);
        fixture.put("b");
        assertThat(fixture.triggers().get(uuid).state()).isEqualTo(MappingState.DISABLED);
        assertThat(fixture.isQuiet()).isTrue();
        fixture.triggers().update(uuid, enabled(true));

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    @Test
    void recordsThatAreGivenUpAreReported() throws InterruptedException {
        fixture.map(
                StartingPosition.LATEST,
                TriggerFixture.settings(
                        "{\"MaximumRetryAttempts\":0,\"DestinationConfig\":{\"OnFailure\":"
                                + "{\"Destination\":\"arn:aws:sqs:us-east-1:000000000000:q\"}}}"));
        fixture.behave(_ -> new Outcome.Failed(FunctionError.unhandled("no")));
        fixture.put("a");

        assertThat(fixture.nextReport().condition()).isEqualTo(Condition.RETRY_ATTEMPTS_EXHAUSTED);
    }

    @Test
    void reportThatIsNotTakenDoesNotHoldUpTheShard() throws InterruptedException {
        fixture.refuseReports();
        String uuid =
                fixture.map(
                                StartingPosition.LATEST,
                                TriggerFixture.settings(
                                        "{\"MaximumRetryAttempts\":0,\"DestinationConfig\":"
                                                + "{\"OnFailure\":{\"Destination\":"
                                                + "\"arn:aws:sqs:us-east-1:000000000000:q\"}}}"))
                        .mapping()
                        .uuid();
        fixture.behave(keys ->
                keys.contains("a")
                        ? new Outcome.Failed(FunctionError.unhandled("no"))
                        : TriggerFixture.answered(""));
        fixture.put("a");
        assertThat(fixture.nextBatch()).containsExactly("a");
        while (fixture.triggers().figures(uuid).undelivered() == 0) {
            Thread.onSpinWait();
        }
        fixture.put("a2");
        fixture.put("b");

        assertThat(fixture.nextKeys(2)).containsExactlyInAnyOrder("a2", "b");
        while (fixture.triggers().operator().deadLetters().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(fixture.triggers().operator().deadLetters())
                .singleElement()
                .matches(letter -> !letter.givenUp().delivered());
    }

    @Test
    void recordsThatWereTrimmedMeanwhileArePassedOver() throws InterruptedException {
        fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS);
        fixture.put("a");
        fixture.nextBatch();
        String uuid = fixture.triggers().list().getFirst().mapping().uuid();
        fixture.triggers().update(uuid, enabled(false));
        awaitSettled(uuid);
        fixture.put("a");
        fixture.trimEverything();
        fixture.put("late");
        fixture.triggers().update(uuid, enabled(true));

        assertThat(fixture.nextBatch()).containsExactly("late");
    }

    @Test
    void filteredRecordsDoNotReachTheFunction() throws InterruptedException {
        fixture.map(
                StartingPosition.LATEST,
                TriggerFixture.settings(
                        "{\"FilterCriteria\":{\"Filters\":[{\"Pattern\":"
                                + "\"{\\\"dynamodb\\\":{\\\"Keys\\\":{\\\"pk\\\":{\\\"S\\\":"
                                + "[\\\"b\\\"]}}}}\"}]}}"));
        fixture.put("a");
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    @Test
    void lastResultTellsOfTheLastBatch() throws InterruptedException {
        String uuid =
                fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS).mapping().uuid();
        assertThat(fixture.triggers().get(uuid).lastResult()).isEqualTo("No records processed");
        fixture.put("a");
        fixture.nextBatch();
        awaitFigures(uuid);

        assertThat(fixture.triggers().get(uuid).lastResult()).isEqualTo("OK");
    }

    @Test
    void sameStreamAndFunctionCannotBeMappedTwice() {
        fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS);

        assertThatThrownBy(() -> fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith(
                        "The event source arn (\" "
                                + fixture.streamArn()
                                + " \") and function (\"");
    }

    @Test
    void unknownStreamIsRefused() {
        NewMapping mapping =
                new NewMapping(
                        new FunctionName("f", null),
                        fixture.streamArn() + "9",
                        StartingPosition.LATEST,
                        MappingSettings.DEFAULTS,
                        Map.of());

        assertThatThrownBy(() -> fixture.triggers().create(mapping))
                .hasMessage("Stream not found: " + fixture.streamArn() + "9");
    }

    @Test
    void deletedMappingCallsNothingAnyMore() throws InterruptedException {
        String uuid =
                fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS).mapping().uuid();
        assertThat(fixture.triggers().delete(uuid).state()).isEqualTo(MappingState.DELETING);
        awaitGone();
        fixture.put("a");
        fixture.map(StartingPosition.LATEST, MappingSettings.DEFAULTS);
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    private static MappingUpdate enabled(boolean enabled) {
        UnaryOperator<MappingSettings> settings =
                _ -> TriggerFixture.settings("{\"Enabled\":" + enabled + "}");
        return new MappingUpdate(null, settings);
    }

    private void awaitSettled(String uuid) {
        while (!fixture.triggers().get(uuid).state().isSettled()) {
            Thread.onSpinWait();
        }
    }

    private void awaitGone() {
        while (!fixture.triggers().list().isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void awaitFigures(String uuid) {
        while (fixture.triggers().figures(uuid).invocations() == 0) {
            Thread.onSpinWait();
        }
    }
}
