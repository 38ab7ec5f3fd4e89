package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.operation.TrimStream;
import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.StartingPosition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// What an operator sees of triggers, and replay of what they gave up.
class OperatorTest {
    private static final Outcome FAILED = new Outcome.Failed(FunctionError.unhandled("no"));
    private static final String GIVES_UP = "{\"MaximumRetryAttempts\":0,\"BatchSize\":1}";
    private static final String GIVES_UP_ALL = "{\"MaximumRetryAttempts\":1}";

    private final TriggerFixture fixture = new TriggerFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void batchThatWasGivenUpIsRememberedWithoutADestination() {
        fixture.behave(_ -> FAILED);
        String uuid = map(GIVES_UP_ALL);
        fixture.put("a");
        DeadLetter letter = letters(1).getFirst();

        assertThat(letter.mappingUuid()).isEqualTo(uuid);
        assertThat(letter.records()).isEqualTo(1);
        assertThat(letter.givenUp().condition()).isEqualTo("RetryAttemptsExhausted");
        assertThat(letter.givenUp().invocations()).isEqualTo(2);
        assertThat(letter.givenUp().error()).isEqualTo("no");
        assertThat(letter.givenUp().destination()).isNull();
        assertThat(letter.replay()).isNull();
    }

    @Test
    void deadLettersSurviveARestart() {
        fixture.behave(_ -> FAILED);
        map(GIVES_UP);
        fixture.put("a");
        List<DeadLetter> before = letters(1);
        fixture.restart();

        assertThat(operator().deadLetters()).isEqualTo(before);
    }

    @Test
    void deadLettersGoWithTheirMapping() {
        fixture.behave(_ -> FAILED);
        String uuid = map(GIVES_UP);
        fixture.put("a");
        letters(1);
        fixture.triggers().delete(uuid);
        while (!fixture.triggers().list().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(operator().deadLetters()).isEmpty();
    }

    @Test
    void replayCallsTheFunctionWithTheSameRecords() throws InterruptedException {
        fixture.behave(_ -> FAILED);
        map(GIVES_UP);
        fixture.put("a");
        DeadLetter letter = letters(1).getFirst();
        fixture.nextBatch();
        fixture.behave(_ -> TriggerFixture.answered(""));
        DeadLetter replayed = replay(letter);

        assertThat(fixture.nextBatch()).containsExactly("a");
        assertThat(Objects.requireNonNull(replayed.replay()).result()).isEqualTo("OK");
        assertThat(operator().deadLetters()).containsExactly(replayed);
    }

    @Test
    void replayThatFailsSaysSoAndCanBeRepeated() {
        fixture.behave(_ -> FAILED);
        map(GIVES_UP);
        fixture.put("a");
        DeadLetter first = replay(letters(1).getFirst());
        fixture.behave(_ -> new Outcome.NotReady("busy"));
        DeadLetter second = replay(first);

        assertThat(Objects.requireNonNull(first.replay()).result())
                .isEqualTo("PROBLEM: Function call failed: no");
        assertThat(Objects.requireNonNull(second.replay()).result()).isEqualTo("PROBLEM: busy");
    }

    @Test
    void replayTakesOnlyTheRecordsOfItsLaneAndFilter() throws InterruptedException {
        List<String> wanted = new ArrayList<>();
        fixture.behave(_ -> FAILED);
        for (int i = 0; i < 60; i++) {
            fixture.put((i % 2 == 0 ? "yes" : "no") + i);
            if (i % 2 == 0) {
                wanted.add("yes" + i);
            }
        }
        map(
                "{\"MaximumRetryAttempts\":0,\"ParallelizationFactor\":3,\"FilterCriteria\":"
                    + "{\"Filters\":[{\"Pattern\":\"{\\\"dynamodb\\\":{\\\"Keys\\\":{\\\"pk\\\":"
                    + "{\\\"S\\\":[{\\\"prefix\\\":\\\"yes\\\"}]}}}}\"}]}}");
        List<String> sent = fixture.nextKeys(wanted.size());
        while (records(operator().deadLetters()) < wanted.size()) {
            Thread.onSpinWait();
        }
        fixture.behave(_ -> TriggerFixture.answered(""));
        operator().deadLetters().forEach(this::replay);

        assertThat(sent).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(fixture.nextKeys(wanted.size())).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @Test
    void replayOfTrimmedRecordsIsRefused() {
        fixture.behave(_ -> FAILED);
        map(GIVES_UP);
        fixture.put("a");
        DeadLetter letter = letters(1).getFirst();
        Instant later = letter.lastCreated().plusSeconds(2);
        while (Instant.now().isBefore(later)) {
            Thread.onSpinWait();
        }
        fixture.engine()
                .shards()
                .trim()
                .execute(new TrimStream.Request(fixture.streamArn(), later));

        assertThatThrownBy(() -> replay(letter))
                .isInstanceOf(ApiException.class)
                .hasMessage(
                        "The stream does not keep all of these records any more: they cannot be"
                                + " replayed.");
    }

    @Test
    void replayOfWhatWasNotGivenUpIsRefused() {
        String uuid = map("{}");

        assertThatThrownBy(() -> operator().replay(uuid, "shardId-1", "7"))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void exactlyOnceHoldsForReplays() {
        EffectCounts counts = new EffectCounts(fixture);
        fixture.behave(_ -> FAILED);
        fixture.map(
                StartingPosition.TRIM_HORIZON,
                TriggerFixture.settings(GIVES_UP),
                Map.of("millrace:exactly-once", "true"));
        fixture.put("a");
        DeadLetter letter = letters(1).getFirst();
        fixture.behaveWith((keys, invocation) -> {
            counts.count(keys, EffectCounts.token(invocation));
            return FAILED;
        });
        DeadLetter replayed = replay(letter);

        assertThat(Objects.requireNonNull(replayed.replay()).result()).isEqualTo("OK");
        assertThatThrownBy(() -> replay(replayed)).hasMessageContaining("replayed already");
        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void killBehindTheTransactionOfAReplayRepeatsNothing() throws InterruptedException {
        EffectCounts counts = new EffectCounts(fixture);
        BlockingQueue<String> counted = new LinkedBlockingQueue<>();
        fixture.behave(_ -> FAILED);
        fixture.map(
                StartingPosition.TRIM_HORIZON,
                TriggerFixture.settings(GIVES_UP),
                Map.of("millrace:exactly-once", "true"));
        fixture.put("a");
        DeadLetter letter = letters(1).getFirst();
        fixture.behaveWith((keys, invocation) -> {
            counts.count(keys, EffectCounts.token(invocation));
            counted.add(keys.getFirst());
            throw new IllegalStateException("the process of the function is gone");
        });
        assertThatThrownBy(() -> replay(letter)).isInstanceOf(IllegalStateException.class);
        counted.take();
        fixture.kill();
        DeadLetter replayed = replay(letter);

        assertThat(Objects.requireNonNull(replayed.replay()).result()).isEqualTo("OK");
        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void reportTellsHowFarTheMappingIsBehind() throws InterruptedException {
        map("{\"Enabled\":false}");
        for (int i = 0; i < 5; i++) {
            fixture.put("k" + i);
        }
        MappingReport report = operator().mappings().getFirst();

        assertThat(report.lag().records()).isEqualTo(5);
        assertThat(report.view().state().text()).isEqualTo("Disabled");
    }

    @Test
    void mappingThatHasDoneEverythingIsNotBehind() throws InterruptedException {
        map("{}");
        fixture.put("a");
        fixture.nextBatch();
        while (operator().mappings().getFirst().lag().records() > 0) {
            Thread.onSpinWait();
        }

        assertThat(operator().mappings().getFirst().lag()).isEqualTo(Lag.NONE);
    }

    @Test
    void figuresCountWhatHappened() {
        fixture.behave(keys -> keys.contains("bad") ? FAILED : TriggerFixture.answered(""));
        for (int i = 0; i < 20; i++) {
            fixture.put("good" + i);
        }
        fixture.put("bad");
        String uuid = map("{\"MaximumRetryAttempts\":1,\"BisectBatchOnFunctionError\":true}");
        letters(1);
        while (fixture.triggers().figures(uuid).records() < 20) {
            Thread.onSpinWait();
        }
        MappingStatus.Figures figures = fixture.triggers().figures(uuid);

        assertThat(figures.records()).isEqualTo(20);
        assertThat(figures.discarded()).isEqualTo(1);
        assertThat(figures.bisections()).isPositive();
        assertThat(figures.retries()).isEqualTo(1);
        assertThat(figures.errors()).isEqualTo(figures.bisections() + 2);
    }

    private Operator operator() {
        return fixture.triggers().operator();
    }

    private DeadLetter replay(DeadLetter letter) {
        return operator().replay(letter.mappingUuid(), letter.shardId(), letter.first());
    }

    private String map(String settings) {
        return fixture.map(StartingPosition.TRIM_HORIZON, TriggerFixture.settings(settings))
                .mapping()
                .uuid();
    }

    private List<DeadLetter> letters(int count) {
        while (operator().deadLetters().size() < count) {
            Thread.onSpinWait();
        }
        return operator().deadLetters();
    }

    private static int records(List<DeadLetter> letters) {
        return letters.stream().mapToInt(DeadLetter::records).sum();
    }
}
