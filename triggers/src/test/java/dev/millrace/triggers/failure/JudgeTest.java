package dev.millrace.triggers.failure;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.batch.Entry;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/// The rows of lambda-esm reference, section 9.
class JudgeTest {
    private static final Judge ITEM_FAILURES = new Judge(true, false);
    private static final Judge WINDOWS = new Judge(false, true);
    private static final Batch BATCH = Batch.of(List.of(entry("11"), entry("12"), entry("13")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "",
                "\"\"",
                "{}",
                "{\"batchItemFailures\":[]}",
                "{\"batchItemFailures\":null}",
                "[]",
                "{\"other\":[1,{\"a\":2}]}"
            })
    void answerWithoutFailuresIsSuccess(String body) {
        assertThat(ITEM_FAILURES.of(answered(body), BATCH)).isInstanceOf(Verdict.Succeeded.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{}]}",
                "{\"batchItemFailures\":[{\"itemIdentifer\":\"12\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"123\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":12}]}",
                "{\"batchItemFailures\":[\"12\"]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"12\"},{\"itemIdentifier\":\"9\"}]}",
                "{\"batchItemFailures\":\"12\"}",
                "{\"batchItemFailures\":[",
                "not json",
                "12",
                "[1]",
                "\"text\""
            })
    void answerThatMakesNoSenseIsCompleteFailure(String body) {
        assertThat(ITEM_FAILURES.of(answered(body), BATCH)).isEqualTo(new Verdict.Failed(null));
    }

    @Test
    void lowestOfTheNamedRecordsCounts() {
        String body =
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"13\"},{\"itemIdentifier\":\"12\"}]}";

        assertThat(ITEM_FAILURES.of(answered(body), BATCH))
                .isEqualTo(new Verdict.FailedFrom(1, null));
    }

    @Test
    void bodyIsIgnoredUnlessItemFailuresAreReported() {
        assertThat(new Judge(false, false).of(answered("not json"), BATCH))
                .isEqualTo(new Verdict.Succeeded(null));
    }

    @Test
    void functionErrorIsFailureOfTheWholeBatch() {
        FunctionError error = FunctionError.unhandled("no");

        assertThat(ITEM_FAILURES.of(new Outcome.Failed(error), BATCH))
                .isEqualTo(new Verdict.Failed(error));
    }

    @Test
    void stateOfAWindowIsKeptAsItIs() {
        assertThat(WINDOWS.of(answered("{\"state\":{\"n\":1.50,\"m\":[{}]}}"), BATCH))
                .isEqualTo(new Verdict.Succeeded(binary("{\"n\":1.50,\"m\":[{}]}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "null", "{\"state\":1}", "{\"state\":null}"})
    void answerWithoutStateFailsWhereThereAreWindows(String body) {
        assertThat(WINDOWS.of(answered(body), BATCH)).isEqualTo(new Verdict.Failed(null));
    }

    @Test
    void itemFailuresMayStandBesideTheState() {
        String body = "{\"state\":{},\"batchItemFailures\":[{\"itemIdentifier\":\"11\"}]}";

        assertThat(new Judge(true, true).of(answered(body), BATCH))
                .isEqualTo(new Verdict.FailedFrom(0, binary("{}")));
    }

    private static Outcome answered(String body) {
        return new Outcome.Answered(binary(body));
    }

    private static Entry entry(String number) {
        return new Entry(number, null, Instant.EPOCH, 0, binary("{}"));
    }

    private static Binary binary(String text) {
        return Binary.of(text.getBytes(UTF_8));
    }
}
