package dev.millrace.triggers.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.document.Document;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ReadDocumentsRequest;
import dev.millrace.triggers.function.FunctionError;
import dev.millrace.triggers.function.Invocation;
import dev.millrace.triggers.function.Outcome;
import dev.millrace.triggers.mapping.MappingSettings;
import dev.millrace.triggers.mapping.MappingUpdate;
import dev.millrace.triggers.mapping.StartingPosition;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Functions that write back with the token of their invocation: each record counts once, whatever
/// becomes of function and server.
class ExactlyOnceTest {
    private static final Map<String, String> ON = Map.of("millrace:exactly-once", "true");
    private static final Outcome FAILED = new Outcome.Failed(FunctionError.unhandled("no"));

    private final TriggerFixture fixture = new TriggerFixture();
    private final EffectCounts counts = new EffectCounts(fixture);
    private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void close() {
        released.countDown();
        fixture.close();
    }

    @Test
    void functionThatCountsAndSucceedsIsCalledOnce() throws InterruptedException {
        fixture.behaveWith(this::countAndSucceed);
        map("{}");
        fixture.put("a");
        fixture.nextBatch();
        fixture.put("b");

        assertThat(fixture.nextKeys(1)).containsExactly("b");
        awaitNoEffectsKept();
        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void failureBehindTheTransactionIsNotRetried() throws InterruptedException {
        fixture.behaveWith((keys, invocation) -> {
            countAndSucceed(keys, invocation);
            return FAILED;
        });
        String uuid = map("{}");
        fixture.put("a");
        fixture.nextBatch();
        awaitNoEffectsKept();
        fixture.put("b");

        assertThat(fixture.nextKeys(1)).containsExactly("b");
        assertThat(counts.of("a")).isEqualTo(1);
        assertThat(fixture.triggers().figures(uuid).errors()).isPositive();
    }

    @Test
    void killBetweenTransactionAndAnswerRepeatsNothing() throws InterruptedException {
        fixture.behaveWith((keys, invocation) -> {
            Outcome outcome = countAndSucceed(keys, invocation);
            await(released);
            return outcome;
        });
        map("{}");
        fixture.put("a");
        tokens.take();
        fixture.behaveWith(this::countAndSucceed);
        fixture.kill();
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
        assertThat(counts.of("a")).isEqualTo(1);
        awaitCount("b");
    }

    @Test
    void killBeforeTheTransactionRepeatsTheBatch() throws InterruptedException {
        fixture.behaveWith((_, invocation) -> {
            tokens.add(EffectCounts.token(invocation));
            await(released);
            return TriggerFixture.answered("");
        });
        map("{}");
        fixture.put("a");
        String lost = tokens.take();
        fixture.behaveWith(this::countAndSucceed);
        fixture.kill();

        assertThat(fixture.nextBatch()).containsExactly("a");
        awaitCount("a");
        assertRefused(List.of("a"), lost);
        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void lateWriteOfAFailedAttemptIsRefused() throws InterruptedException {
        fixture.behaveWith((_, invocation) -> {
            tokens.add(EffectCounts.token(invocation));
            fixture.behaveWith(this::countAndSucceed);
            return FAILED;
        });
        map("{}");
        fixture.put("a");
        String late = tokens.take();
        assertThat(fixture.nextKeys(2)).containsExactly("a", "a");
        awaitCount("a");
        assertRefused(List.of("a"), late);

        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void writeThatRacesWithTheEndOfItsInvocationCountsOnce() throws InterruptedException {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        BlockingQueue<Boolean> races = new LinkedBlockingQueue<>();
        fixture.behaveWith((keys, invocation) -> {
            if (!seen.add(keys.getFirst())) {
                return countAndSucceed(keys, invocation);
            }
            String token = EffectCounts.token(invocation);
            Thread.startVirtualThread(() -> races.add(isCounted(keys, token)));
            return FAILED;
        });
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            keys.add("race" + i);
        }
        keys.forEach(fixture::put);
        map("{\"BatchSize\":1}");
        keys.forEach(this::awaitCount);
        for (int i = 0; i < keys.size(); i++) {
            races.take();
        }

        assertThat(keys).allMatch(key -> counts.of(key) == 1);
    }

    private boolean isCounted(List<String> keys, String token) {
        try {
            counts.count(keys, token);
            return true;
        } catch (ApiException _) {
            return false;
        }
    }

    @Test
    void sameTransactionAgainIsAnsweredWithoutEffect() throws InterruptedException {
        fixture.behaveWith(this::countAndSucceed);
        map("{}");
        fixture.put("a");
        String token = tokens.take();
        fixture.nextBatch();
        counts.count(List.of("a"), token);

        assertThat(counts.of("a")).isEqualTo(1);
    }

    @Test
    void secondTransactionOfOneInvocationIsRefused() throws InterruptedException {
        BlockingQueue<ApiError> refusals = new LinkedBlockingQueue<>();
        fixture.behaveWith((keys, invocation) -> {
            countAndSucceed(keys, invocation);
            try {
                counts.count(List.of("other"), EffectCounts.token(invocation));
            } catch (ApiException e) {
                refusals.add(e.error());
            }
            return TriggerFixture.answered("");
        });
        map("{}");
        fixture.put("a");

        assertThat(refusals.poll(20, TimeUnit.SECONDS))
                .isEqualTo(ApiError.IDEMPOTENT_PARAMETER_MISMATCH);
        assertThat(counts.of("other")).isZero();
    }

    @Test
    void halvesOfABatchCountOnceThoughTheWholeComesLate() throws InterruptedException {
        List<String> keys = List.of("a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8");
        fixture.behaveWith((batch, invocation) -> {
            if (batch.size() > 1) {
                tokens.add(EffectCounts.token(invocation) + " " + String.join(",", batch));
                return FAILED;
            }
            return countAndSucceed(batch, invocation);
        });
        keys.forEach(fixture::put);
        map("{\"BisectBatchOnFunctionError\":true}");
        keys.forEach(this::awaitCount);
        List<String> late = new ArrayList<>(tokens);
        late.stream()
                .map(each -> each.split(" ", 2))
                .filter(each -> each.length == 2)
                .forEach(each -> assertRefused(List.of(each[1].split(",", -1)), each[0]));

        assertThat(keys).allMatch(key -> counts.of(key) == 1);
        assertThat(late).anyMatch(each -> each.contains(","));
    }

    @Test
    void tokenOfAGivenUpBatchIsDead() throws InterruptedException {
        fixture.behaveWith((_, invocation) -> {
            tokens.add(EffectCounts.token(invocation));
            return FAILED;
        });
        map(
                "{\"MaximumRetryAttempts\":0,\"DestinationConfig\":{\"OnFailure\":"
                        + "{\"Destination\":\"arn:aws:sqs:us-east-1:000000000000:q\"}}}");
        fixture.put("a");
        fixture.nextReport();
        assertRefused(List.of("a"), tokens.take());

        assertThat(counts.of("a")).isZero();
    }

    @Test
    void lanesMayChangeInNumberAcrossAKill() throws InterruptedException {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            keys.add("k" + i);
        }
        CountDownLatch enough = new CountDownLatch(12);
        fixture.behaveWith((batch, invocation) -> {
            Outcome outcome = countAndSucceed(batch, invocation);
            enough.countDown();
            if (enough.getCount() == 0) {
                await(released);
            }
            return outcome;
        });
        keys.forEach(fixture::put);
        String uuid = map("{\"ParallelizationFactor\":3,\"BatchSize\":1}");
        await(enough);
        fixture.behaveWith(this::countAndSucceed);
        fixture.kill();
        fixture.triggers().update(uuid, factor(2));
        keys.forEach(this::awaitCount);

        assertThat(keys).allMatch(key -> counts.of(key) == 1);
    }

    @Test
    void functionThatDoesNotWriteBackIsTreatedAsAlways() throws InterruptedException {
        map("{}");
        fixture.put("a");
        assertThat(fixture.nextBatch()).containsExactly("a");
        fixture.put("b");

        assertThat(fixture.nextBatch()).containsExactly("b");
    }

    @Test
    void mappingWithoutTheTagGivesNoToken() throws InterruptedException {
        fixture.behaveWith((_, invocation) -> {
            tokens.add(Objects.requireNonNullElse(invocation.clientContext(), "none"));
            return TriggerFixture.answered("");
        });
        fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS);
        fixture.put("a");

        assertThat(tokens.take()).isEqualTo("none");
    }

    @Test
    void tagCanBeGivenToAMappingThatRuns() throws InterruptedException {
        fixture.behaveWith((_, invocation) -> {
            tokens.add(Objects.requireNonNullElse(invocation.clientContext(), "none"));
            return TriggerFixture.answered("");
        });
        String uuid =
                fixture.map(StartingPosition.TRIM_HORIZON, MappingSettings.DEFAULTS)
                        .mapping()
                        .uuid();
        fixture.triggers().tag(uuid, ON);
        fixture.put("a");
        String context = tokens.take();
        // The change may have come behind the call with the first record.
        while (context.equals("none")) {
            fixture.put("b");
            context = tokens.take();
        }

        assertThat(context).contains("\"clientRequestToken\":\"millrace-");
    }

    @Test
    void tokenHasTheLengthThatTokensMayHave() throws InterruptedException {
        fixture.behaveWith(this::countAndSucceed);
        map("{}");
        fixture.put("a");

        assertThat(tokens.take()).hasSize(36).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void tagWithAnotherValueIsRefused() {
        assertThatThrownBy(() ->
                        fixture.map(
                                StartingPosition.LATEST,
                                MappingSettings.DEFAULTS,
                                Map.of("millrace:exactly-once", "yes")))
                .hasMessage("The tag millrace:exactly-once must be true or false, not yes.");
    }

    @Test
    void tumblingWindowsDoNotGoWithIt() {
        assertThatThrownBy(() -> map("{\"TumblingWindowInSeconds\":60}"))
                .hasMessageContaining("cannot have tumbling windows");
    }

    private String map(String settings) {
        return fixture.map(StartingPosition.TRIM_HORIZON, TriggerFixture.settings(settings), ON)
                .mapping()
                .uuid();
    }

    private static MappingUpdate factor(int factor) {
        return new MappingUpdate(
                null,
                _ ->
                        TriggerFixture.settings(
                                "{\"ParallelizationFactor\":" + factor + ",\"BatchSize\":1}"));
    }

    private Outcome countAndSucceed(List<String> keys, Invocation invocation) {
        String token = EffectCounts.token(invocation);
        counts.count(keys, token);
        tokens.add(token);
        return TriggerFixture.answered("");
    }

    private void assertRefused(List<String> keys, String token) {
        assertThatThrownBy(() -> counts.count(keys, token))
                .extracting(thrown -> ((ApiException) thrown).error())
                .isEqualTo(ApiError.IDEMPOTENT_PARAMETER_MISMATCH);
    }

    private void awaitCount(String key) {
        while (counts.of(key) == 0) {
            Thread.onSpinWait();
        }
    }

    private void awaitNoEffectsKept() {
        List<Document> kept;
        do {
            kept =
                    fixture.engine()
                            .inside()
                            .readDocuments()
                            .execute(new ReadDocumentsRequest(EffectDocument.KIND, ""))
                            .documents();
        } while (!kept.isEmpty());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
