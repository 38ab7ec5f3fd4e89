package dev.millrace.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.http.ResponseBuffer;
import dev.millrace.bench.load.ScriptedServer.Reply;
import dev.millrace.bench.result.Sample;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

class LoadTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final long STALL_NANOS = 500_000_000;
    private static final int RATE = 200;
    private static final String THROTTLED =
            "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ThrottlingException\"}";

    @Test
    void openLoopChargesAStallToAllWhoWouldHaveWaited() throws IOException {
        Sample sample = runAgainstStall(new Pace.Open(RATE));

        assertThat(sample.answered()).isEqualTo(RATE);
        // Half of those that are due within the stall wait for at least half of it.
        assertThat(countAbove(sample, STALL_NANOS / 2)).isGreaterThanOrEqualTo(RATE / 4L - 1);
    }

    @Test
    void closedLoopSeesAStallOnceForEachConnection() throws IOException {
        Sample sample = runAgainstStall(new Pace.Closed());

        assertThat(countAbove(sample, STALL_NANOS - 1_000_000)).isEqualTo(1);
    }

    @Test
    void openLoopSendsExactlyWhatIsDueWhateverTheThreads() throws IOException {
        try (ScriptedServer server = new ScriptedServer(_ -> Reply.GOOD);
                Load load = new Load(server.endpoint(), 8, 3, _ -> new Endless())) {
            Sample sample = load.run(new Pace.Open(RATE), SECOND);

            assertThat(sample.answered()).isEqualTo(RATE);
            assertThat(sample.items()).isEqualTo(RATE);
            assertThat(sample.unanswered()).isZero();
            assertThat(server.requests()).isEqualTo(RATE);
            assertThat(sample.seconds()).isGreaterThanOrEqualTo(1);
        }
    }

    @Test
    void errorsAndThrottlesAreCountedApartAndHaveNoTimes() throws IOException {
        ScriptedServer.Script script =
                request ->
                        switch (request % 4) {
                            case 0 -> new Reply(400, THROTTLED);
                            case 1 -> new Reply(400, "{\"__type\":\"a#ValidationException\"}");
                            default -> Reply.GOOD;
                        };
        try (ScriptedServer server = new ScriptedServer(script);
                Load load = new Load(server.endpoint(), 4, 1, _ -> new Endless())) {
            Sample sample = load.run(new Pace.Open(RATE), SECOND);

            assertThat(sample.throttles()).isEqualTo(RATE / 4);
            assertThat(sample.errors()).isEqualTo(RATE / 4);
            assertThat(sample.answered()).isEqualTo(RATE / 2);
            assertThat(sample.firstErrors()).containsOnlyKeys("400 ValidationException");
        }
    }

    @Test
    void connectionThatBreaksIsOneErrorAndIsMadeAgain() throws IOException {
        try (ScriptedServer server =
                        new ScriptedServer(request -> request == 10 ? Reply.HANG_UP : Reply.GOOD);
                Load load = new Load(server.endpoint(), 1, 1, _ -> new Endless())) {
            Sample sample = load.run(new Pace.Open(RATE), SECOND);

            assertThat(sample.errors()).isEqualTo(1);
            assertThat(sample.answered()).isEqualTo(RATE - 1);
        }
    }

    @Test
    void wrongAnswersAreErrors() throws IOException {
        try (ScriptedServer server = new ScriptedServer(_ -> Reply.GOOD);
                Load load = new Load(server.endpoint(), 1, 1, _ -> new Distrustful())) {
            Sample sample = load.run(new Pace.Open(RATE), SECOND);

            assertThat(sample.errors()).isEqualTo(RATE);
            assertThat(sample.answered()).isZero();
        }
    }

    @Test
    void exhaustedSourceEndsTheRun() throws IOException {
        try (ScriptedServer server = new ScriptedServer(_ -> Reply.GOOD);
                Load load = new Load(server.endpoint(), 4, 1, _ -> new Limited(50))) {
            assertThat(load.runAll().answered()).isEqualTo(50);
        }
    }

    @Test
    void serverThatIsNotThereIsNamed() {
        Endpoint nobody =
                new Endpoint(
                        URI.create("http://127.0.0.1:1"),
                        "us-east-1",
                        new Credentials("local", "local", null));

        assertThatThrownBy(() -> new Load(nobody, 1, 1, _ -> new Endless()))
                .isInstanceOf(BenchException.class)
                .hasMessageStartingWith("cannot reach http://127.0.0.1:1: ");
    }

    // The server stands still once for half a second, in the middle of a run of a second.
    private static Sample runAgainstStall(Pace pace) throws IOException {
        ScriptedServer.Script script =
                request -> {
                    if (request == RATE / 10) {
                        park(STALL_NANOS);
                    }
                    return Reply.GOOD;
                };
        try (ScriptedServer server = new ScriptedServer(script);
                Load load = new Load(server.endpoint(), 1, 1, _ -> new Endless())) {
            return load.run(pace, SECOND);
        }
    }

    private static void park(long nanos) {
        long end = System.nanoTime() + nanos;
        while (end - System.nanoTime() > 0) {
            LockSupport.parkNanos(end - System.nanoTime());
        }
    }

    private static long countAbove(Sample sample, long nanos) {
        Histogram histogram = sample.nanos();
        return histogram.getCountBetweenValues(nanos, histogram.getMaxValue());
    }

    /// Always the same request.
    private static class Endless implements RequestSource {
        @Override
        public List<Operation> operations() {
            return List.of(Operation.ofTables("PutItem"));
        }

        @Override
        public Request next(int connection) {
            return new Request(0, "{}".getBytes(UTF_8));
        }
    }

    /// Believes no answer.
    private static final class Distrustful extends Endless {
        @Override
        public Verdict judge(int operation, ResponseBuffer response) {
            return Verdict.WRONG;
        }
    }

    /// A few requests.
    private static final class Limited implements RequestSource {
        private int left;

        Limited(int left) {
            this.left = left;
        }

        @Override
        public List<Operation> operations() {
            return List.of(Operation.ofTables("PutItem"));
        }

        @Override
        public @Nullable Request next(int connection) {
            return left-- > 0 ? new Request(0, "{}".getBytes(UTF_8)) : null;
        }
    }
}
