package dev.millrace.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/// What the lambda-esm reference says about event source mappings, section and row by row, and the
/// test that shows it here: the table [#ROWS] is the list, and it is checked that each test is
/// there.
class ReferenceRowsTest {
    private static final List<Row> ROWS =
            List.of(
                    new Row("6 batch end: size", "poll.BatchingTest", "batchIsNoLargerThanItsSize"),
                    new Row(
                            "6 batch end: window",
                            "poll.BatchingTest",
                            "windowHoldsRecordsBackUntilItIsOver"),
                    new Row("6 batch end: 6 MB", "poll.BatchingTest", "batchIsCutAtItsBytes"),
                    new Row(
                            "6 window 0",
                            "poll.BatchingTest",
                            "withoutAWindowWhateverArrivedIsSentAtOnce"),
                    new Row(
                            "6 next window",
                            "poll.BatchingTest",
                            "nextWindowBeginsWhenTheInvocationHasEnded"),
                    new Row(
                            "6 in flight: one a shard",
                            "poll.DecisionTableTest",
                            "oneBatchOfALaneIsUnderWayAtATime"),
                    new Row(
                            "6 in flight: factor",
                            "poll.BatchingTest",
                            "lanesAreDealtRecordsByTheHashOfTheirKey"),
                    new Row(
                            "6 failing lane blocks itself",
                            "poll.BatchingTest",
                            "failingLaneDoesNotHoldUpAnother"),
                    new Row(
                            "6 lineage, ordering, at least once",
                            "run.EngineSimulationTest",
                            "everyRecordIsDeliveredInOrderOrAccountedFor"),
                    new Row(
                            "6 start TRIM_HORIZON",
                            "run.TriggersTest",
                            "trimHorizonBeginsWithTheFirstRecord"),
                    new Row("6 start LATEST", "run.TriggersTest", "latestBeginsBehindWhatIsThere"),
                    new Row(
                            "6 checkpoint after success",
                            "run.TriggersTest",
                            "restartGoesOnBehindTheCheckpoint"),
                    new Row("7 event", "event.EventTest", "recordHasTheArnOfItsStream"),
                    new Row(
                            "8 function error",
                            "poll.DecisionTableTest",
                            "functionErrorRepeatsTheSameBatchAfterAPause"),
                    new Row(
                            "8 timeout",
                            "function.http.HttpFunctionTest",
                            "functionThatTakesTooLongHasFailed"),
                    new Row(
                            "8 before the handler: 429, 5xx",
                            "function.http.HttpFunctionTest",
                            "otherStatusMeansThatTheFunctionWasNotReached"),
                    new Row(
                            "8 before the handler: refused",
                            "function.http.HttpFunctionTest",
                            "refusedConnectionMeansThatTheFunctionWasNotReached"),
                    new Row(
                            "8 before the handler: no retry used",
                            "poll.DecisionTableTest",
                            "throttlingUsesUpNoRetry"),
                    new Row(
                            "8 before the handler: until 24 h",
                            "poll.DecisionTableTest",
                            "functionThatWasNotReachedIsAskedAgainUntilItsRecordsAreADayOld"),
                    new Row(
                            "8 invalid response",
                            "poll.DecisionTableTest",
                            "answerThatMakesNoSenseRepeatsTheWholeBatchAndUsesUpARetry"),
                    new Row(
                            "8 n retries are n + 1 invocations",
                            "poll.DecisionTableTest",
                            "exhaustedBatchIsReportedThenTheNextOneIsSent"),
                    new Row(
                            "8 no retries",
                            "poll.DecisionTableTest",
                            "zeroRetriesMeanOneInvocation"),
                    new Row(
                            "8 record age",
                            "poll.DecisionTableTest",
                            "recordThatAgesOutBetweenTwoAttemptsIsReported"),
                    new Row(
                            "8 record age without invocation",
                            "poll.DecisionTableTest",
                            "recordsOverAgeAreReportedWithoutAnInvocation"),
                    new Row(
                            "8 record age, the bound itself",
                            "poll.DecisionTableTest",
                            "recordOfExactlyTheGreatestAgeIsStillSent"),
                    new Row(
                            "8 bisect uses no retry",
                            "poll.DecisionTableTest",
                            "splittingDoesNotUseUpRetries"),
                    new Row(
                            "8 bisect down to one",
                            "poll.DecisionTableTest",
                            "singleRecordThatFailsUnderBisectIsGivenUpByTheNormalLimits"),
                    new Row("8 backoff", "failure.BackoffTest", "waitsDouble"),
                    new Row("8 backoff is bounded", "failure.BackoffTest", "waitsAreBounded"),
                    new Row(
                            "8 no limits",
                            "poll.DecisionTableTest",
                            "batchThatFailsWithoutLimitsIsGivenUpWhenItsRecordsAreADayOld"),
                    new Row(
                            "9 complete success",
                            "failure.JudgeTest",
                            "answerWithoutFailuresIsSuccess"),
                    new Row(
                            "9 lowest sequence number",
                            "failure.JudgeTest",
                            "lowestOfTheNamedRecordsCounts"),
                    new Row(
                            "9 complete failure",
                            "failure.JudgeTest",
                            "answerThatMakesNoSenseIsCompleteFailure"),
                    new Row(
                            "9 with bisect, partial response",
                            "poll.DecisionTableTest",
                            "partialFailureWithBisectIsCutAtTheRecordAndNotHalved"),
                    new Row(
                            "9 with bisect, invocation error",
                            "poll.DecisionTableTest",
                            "invocationErrorWithBisectIsHalvedWhateverTheResponseType"),
                    new Row(
                            "9 retry count",
                            "poll.DecisionTableTest",
                            "partialFailureUsesUpARetry"),
                    new Row(
                            "9 exhaustion after partial failures",
                            "destination.FailureRecordTest",
                            "functionErrorIsNullAfterPartialFailures"),
                    new Row(
                            "9 without the type",
                            "failure.JudgeTest",
                            "bodyIsIgnoredUnlessItemFailuresAreReported"),
                    new Row(
                            "10 condition, counts, times",
                            "destination.FailureRecordTest",
                            "exhaustedBatchTellsHowItFailedLast"),
                    new Row(
                            "10 record age",
                            "destination.FailureRecordTest",
                            "agedRecordsHaveNoResponseAndCountOneInvocation"),
                    new Row(
                            "10 S3",
                            "destination.ConfiguredDestinationsTest",
                            "bucketGetsTheRecordWithItsPayloadAsAnObject"),
                    new Row(
                            "10 delivery failure",
                            "run.TriggersTest",
                            "reportThatIsNotTakenDoesNotHoldUpTheShard"),
                    new Row(
                            "11 event",
                            "event.EventTest",
                            "eventOfAWindowHasItsMembersBesideTheRecords"),
                    new Row(
                            "11 response",
                            "failure.JudgeTest",
                            "answerWithoutStateFailsWhereThereAreWindows"),
                    new Row(
                            "11 response with item failures",
                            "failure.JudgeTest",
                            "itemFailuresMayStandBesideTheState"),
                    new Row(
                            "11 membership",
                            "poll.TumblingTest",
                            "windowIsAlignedToMultiplesOfItsLength"),
                    new Row("11 first call", "poll.TumblingTest", "firstCallHasAnEmptyState"),
                    new Row(
                            "11 final call",
                            "poll.TumblingTest",
                            "recordOfALaterWindowBringsTheLastCallWithoutRecords"),
                    new Row(
                            "11 state too large",
                            "poll.TumblingTest",
                            "stateThatIsTooLargeEndsTheWindowEarly"),
                    new Row("11 shard end", "poll.TumblingTest", "endOfTheShardEndsTheWindow"),
                    new Row(
                            "11 discarding",
                            "poll.TumblingTest",
                            "recordsThatAreGivenUpEndTheWindowEarly"),
                    new Row("12 what matches", "filter.RecordFilterTest", "recordMatches"),
                    new Row("12 what does not", "filter.RecordFilterTest", "recordDoesNotMatch"),
                    new Row(
                            "12 invalid patterns",
                            "filter.RecordFilterTest",
                            "whatIsNoPatternIsRefused"),
                    new Row(
                            "15 success",
                            "poll.DecisionTableTest",
                            "successMovesTheCheckpointToTheEndOfTheBatch"),
                    new Row(
                            "15 success resets the counter",
                            "poll.DecisionTableTest",
                            "successAfterAFailureResetsTheRetryCounter"),
                    new Row(
                            "15 function error, bisect off",
                            "poll.DecisionTableTest",
                            "functionErrorRepeatsTheSameBatchAfterAPause"),
                    new Row(
                            "15 function error, bisect on",
                            "poll.DecisionTableTest",
                            "functionErrorWithBisectSendsTheFirstHalfThenTheSecond"),
                    new Row(
                            "15 partial failure",
                            "poll.DecisionTableTest",
                            "partialFailureGoesOnFromTheLowestFailedRecord"),
                    new Row(
                            "15 attempts exhausted",
                            "poll.DecisionTableTest",
                            "exhaustedBatchIsReportedThenTheNextOneIsSent"),
                    new Row(
                            "15 oldest record over age",
                            "poll.DecisionTableTest",
                            "recordsOverAgeAreReportedAndTheRestIsSent"),
                    new Row(
                            "15 429, 5xx, refused: backoff",
                            "poll.DecisionTableTest",
                            "pauseAfterThrottlingGrows"),
                    new Row(
                            "15 all filtered out",
                            "poll.DecisionTableTest",
                            "recordsThatAreFilteredOutMoveTheCheckpoint"),
                    new Row(
                            "15 shard closed and drained",
                            "poll.DecisionTableTest",
                            "closedShardIsEndedOnceItsLastBatchIsDone"),
                    new Row(
                            "15 TrimmedDataAccess",
                            "run.TriggersTest",
                            "recordsThatWereTrimmedMeanwhileArePassedOver"));

    /// A rule of the reference.
    ///
    /// @param rule the section and what the row is about
    /// @param test the class that shows it, without the packages that all tests are in
    record Row(String rule, String test, String method) {
        @Override
        public String toString() {
            return rule + ": " + test + "." + method;
        }
    }

    static List<Row> rows() {
        return ROWS;
    }

    @ParameterizedTest
    @MethodSource("rows")
    void ruleIsShownByATest(Row row) throws ClassNotFoundException {
        Class<?> test = Class.forName("dev.millrace.triggers." + row.test());

        assertThat(Arrays.stream(test.getDeclaredMethods()).filter(ReferenceRowsTest::isTest))
                .extracting(Method::getName)
                .contains(row.method());
    }

    private static boolean isTest(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
