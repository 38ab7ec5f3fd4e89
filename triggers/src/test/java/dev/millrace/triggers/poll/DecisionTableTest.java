package dev.millrace.triggers.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.triggers.failure.Condition;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/// The rows of lambda-esm reference, section 15: retry counter, batch afterwards, checkpoint.
class DecisionTableTest {
    private final PollFixture shard = new PollFixture();

    @Test
    void successMovesTheCheckpointToTheEndOfTheBatch() {
        shard.arrive(3);
        assertThat(shard.sent()).containsExactly("1", "2", "3");
        shard.succeed();

        assertThat(shard.done()).containsExactly("3");
    }

    @Test
    void nothingIsDoneWhileTheBatchIsUnderWay() {
        shard.arrive(3).next();

        assertThat(shard.done()).containsExactly((String) null);
    }

    @Test
    void oneBatchOfALaneIsUnderWayAtATime() {
        shard.batchSize = 2;
        shard.arrive(4).next();

        assertThat(shard.next()).isEqualTo(new Step.Sleep(Instant.MAX));
    }

    @Test
    void functionErrorRepeatsTheSameBatchAfterAPause() {
        shard.arrive(3).next();
        shard.fail();

        assertThat(shard.next()).isInstanceOf(Step.Sleep.class);
        assertThat(shard.sentAtLast()).containsExactly("1", "2", "3");
        assertThat(shard.done()).containsExactly((String) null);
    }

    @Test
    void successAfterAFailureResetsTheRetryCounter() {
        shard.batchSize = 1;
        shard.retriesMax = 1;
        shard.arrive(2).next();
        shard.fail().sentAtLast();
        shard.succeed().next();
        shard.fail();

        assertThat(shard.sentAtLast()).containsExactly("2");
    }

    @Test
    void functionErrorWithBisectSendsTheFirstHalfThenTheSecond() {
        shard.bisects = true;
        shard.arrive(4).next();
        shard.fail();

        assertThat(shard.sent()).containsExactly("1", "2");
        shard.succeed();
        assertThat(shard.sent()).containsExactly("3", "4");
        assertThat(shard.done()).containsExactly("2");
    }

    @Test
    void splittingDoesNotUseUpRetries() {
        shard.bisects = true;
        shard.retriesMax = 0;
        shard.arrive(4).next();
        shard.fail().next();
        shard.fail();

        assertThat(shard.sent()).containsExactly("1");
    }

    @Test
    void singleRecordThatFailsUnderBisectIsGivenUpByTheNormalLimits() {
        shard.bisects = true;
        shard.retriesMax = 0;
        shard.arrive(2).next();
        shard.fail().next();
        shard.fail();

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report ->
                                assertThat(PollFixture.numbers(report.batch()))
                                        .containsExactly("1"));
        shard.poller().reported(0);
        assertThat(shard.sent()).containsExactly("2");
    }

    @Test
    void partialFailureGoesOnFromTheLowestFailedRecord() {
        shard.reportsItemFailures = true;
        shard.arrive(4).next();
        shard.answer(failures("3", "2"));

        assertThat(shard.done()).containsExactly("1");
        assertThat(shard.sentAtLast()).containsExactly("2", "3", "4");
    }

    @Test
    void partialFailureUsesUpARetry() {
        shard.reportsItemFailures = true;
        shard.retriesMax = 1;
        shard.arrive(3).next();
        shard.answer(failures("2")).sentAtLast();
        shard.answer(failures("3"));

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report -> {
                            assertThat(PollFixture.numbers(report.batch())).containsExactly("3");
                            assertThat(report.batch().failures()).isEqualTo(2);
                            assertThat(report.batch().lastError()).isNull();
                        });
    }

    @Test
    void partialFailureWithBisectIsCutAtTheRecordAndNotHalved() {
        shard.reportsItemFailures = true;
        shard.bisects = true;
        shard.arrive(4).next();
        shard.answer(failures("2"));

        assertThat(shard.sentAtLast()).containsExactly("2", "3", "4");
    }

    @Test
    void invocationErrorWithBisectIsHalvedWhateverTheResponseType() {
        shard.reportsItemFailures = true;
        shard.bisects = true;
        shard.arrive(4).next();
        shard.fail();

        assertThat(shard.sent()).containsExactly("1", "2");
    }

    @Test
    void answerThatMakesNoSenseRepeatsTheWholeBatchAndUsesUpARetry() {
        shard.reportsItemFailures = true;
        shard.retriesMax = 1;
        shard.arrive(3).next();
        shard.answer(failures("no such record"));
        assertThat(shard.sentAtLast()).containsExactly("1", "2", "3");
        shard.answer("not json");

        assertThat(shard.next()).isInstanceOf(Step.Report.class);
    }

    @Test
    void functionThatWasNotReachedIsAskedAgainUntilItsRecordsAreADayOld() {
        shard.retriesMax = 0;
        shard.arrive(1).next();
        shard.throttle().pass(Duration.ofHours(24).plusSeconds(1));

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report ->
                                assertThat(report.condition())
                                        .isEqualTo(Condition.RECORD_AGE_EXCEEDED));
    }

    @Test
    void recordsOverAgeAreReportedWithoutAnInvocation() {
        shard.recordAgeMax = Duration.ofSeconds(60);
        shard.arrive(1).pass(Duration.ofSeconds(61));

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report -> assertThat(report.batch().failures()).isZero());
    }

    @Test
    void exhaustedBatchIsReportedThenTheNextOneIsSent() {
        shard.retriesMax = 1;
        shard.batchSize = 2;
        shard.arrive(3).next();
        shard.fail().sentAtLast();
        shard.fail();

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report -> {
                            assertThat(report.condition())
                                    .isEqualTo(Condition.RETRY_ATTEMPTS_EXHAUSTED);
                            assertThat(report.batch().failures()).isEqualTo(2);
                        });
        assertThat(shard.done()).containsExactly((String) null);
        shard.poller().reported(0);
        assertThat(shard.done()).containsExactly("2");
        assertThat(shard.sent()).containsExactly("3");
    }

    @Test
    void zeroRetriesMeanOneInvocation() {
        shard.retriesMax = 0;
        shard.arrive(1).next();
        shard.fail();

        assertThat(shard.next()).isInstanceOf(Step.Report.class);
    }

    @Test
    void recordsOverAgeAreReportedAndTheRestIsSent() {
        shard.recordAgeMax = Duration.ofSeconds(60);
        shard.arrive(2).pass(Duration.ofSeconds(40)).arrive(1).pass(Duration.ofSeconds(30));

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report -> {
                            assertThat(report.condition()).isEqualTo(Condition.RECORD_AGE_EXCEEDED);
                            assertThat(PollFixture.numbers(report.batch()))
                                    .containsExactly("1", "2");
                        });
        shard.poller().reported(0);
        assertThat(shard.done()).containsExactly("2");
        assertThat(shard.sent()).containsExactly("3");
    }

    @Test
    void recordThatAgesOutBetweenTwoAttemptsIsReported() {
        shard.recordAgeMax = Duration.ofSeconds(60);
        shard.arrive(1).next();
        shard.fail().pass(Duration.ofSeconds(61));

        assertThat(shard.next()).isInstanceOf(Step.Report.class);
    }

    @Test
    void recordOfExactlyTheGreatestAgeIsStillSent() {
        shard.recordAgeMax = Duration.ofSeconds(60);
        shard.arrive(1).pass(Duration.ofSeconds(60));

        assertThat(shard.sent()).containsExactly("1");
    }

    @Test
    void throttlingUsesUpNoRetry() {
        shard.retriesMax = 0;
        shard.arrive(1).next();
        shard.throttle().sentAtLast();
        shard.throttle();

        assertThat(shard.sentAtLast()).containsExactly("1");
    }

    @Test
    void pauseAfterThrottlingGrows() {
        shard.arrive(1).next();
        shard.throttle();
        Instant first = shard.now;
        shard.sentAtLast();
        Duration one = Duration.between(first, shard.now);
        for (int i = 0; i < 5; i++) {
            shard.throttle().sentAtLast();
        }
        Instant before = shard.now;
        shard.throttle().sentAtLast();

        assertThat(Duration.between(before, shard.now)).isGreaterThan(one.multipliedBy(8));
    }

    @Test
    void batchThatFailsWithoutLimitsIsGivenUpWhenItsRecordsAreADayOld() {
        shard.arrive(1).next();
        shard.fail().pass(Duration.ofHours(24).plusSeconds(1));

        assertThat(shard.next())
                .isInstanceOfSatisfying(
                        Step.Report.class,
                        report ->
                                assertThat(report.condition())
                                        .isEqualTo(Condition.RECORD_AGE_EXCEEDED));
    }

    @Test
    void oldRecordsThatNeverFailedAreSentWhereThereIsNoLimit() {
        shard.arrive(1).pass(Duration.ofDays(3));

        assertThat(shard.sent()).containsExactly("1");
    }

    @Test
    void recordsThatAreFilteredOutMoveTheCheckpoint() {
        shard.arriveFiltered(5);

        assertThat(shard.done()).containsExactly("5");
        assertThat(shard.next()).isEqualTo(new Step.Sleep(Instant.MAX));
    }

    @Test
    void closedShardIsEndedOnceItsLastBatchIsDone() {
        shard.arrive(1).end().next();
        assertThat(shard.poller().progress().isEnded()).isFalse();
        shard.succeed();

        assertThat(shard.poller().progress().isEnded()).isTrue();
    }

    @Test
    void emptyClosedShardIsEndedAtOnce() {
        shard.end();

        assertThat(shard.poller().progress().isEnded()).isTrue();
    }

    @Test
    void recordsAfterTrimmingAreSentLikeAnyOthers() {
        shard.arrive(1).sent();
        shard.succeed();
        shard.entries(5);
        shard.arrive(1);

        assertThat(shard.sent()).containsExactly("7");
    }

    private static String failures(String... numbers) {
        StringBuilder body = new StringBuilder("{\"batchItemFailures\":[");
        for (int i = 0; i < numbers.length; i++) {
            body.append(i == 0 ? "" : ",");
            body.append("{\"itemIdentifier\":\"").append(numbers[i]).append("\"}");
        }
        return body.append("]}").toString();
    }
}
