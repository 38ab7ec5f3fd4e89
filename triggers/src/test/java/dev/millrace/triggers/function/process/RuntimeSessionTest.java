package dev.millrace.triggers.function.process;

import static dev.millrace.triggers.function.process.ProcessFixture.invocation;
import static dev.millrace.triggers.function.process.ProcessFixture.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.value.Binary;
import dev.millrace.triggers.function.Outcome;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// The rules of the runtime API (lambda-esm reference, section 14).
class RuntimeSessionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final RuntimeSession session =
            new RuntimeSession(Duration.ofSeconds(3), () -> NOW, () -> 5);
    private final Task task = new Task(invocation("r1", "{}"), "trace");

    @Test
    void deadlineIsTheTimeoutAfterTheMomentOfTheCall() throws Exception {
        session.give(task);

        assertThat(session.next().deadline()).isEqualTo(NOW.plusSeconds(3));
    }

    @Test
    void answerEndsTheInvocation() throws Exception {
        session.give(task);
        session.next();
        session.succeed("r1", body("1"));

        assertThat(outcome(task)).isEqualTo("1");
    }

    @Test
    void errorEndsTheInvocation() throws Exception {
        session.give(task);
        session.next();
        session.fail("r1", null, body("{\"errorType\":\"E\"}"));

        assertThat(outcome(task)).isEqualTo("Unhandled {\"errorType\":\"E\"}");
    }

    @Test
    void errorWithoutABodyHasTheTypeOfItsHeader() throws Exception {
        session.give(task);
        session.next();
        session.fail("r1", "Function.Sad", body(""));

        assertThat(outcome(task)).contains("\"errorType\":\"Function.Sad\"");
    }

    @Test
    void answerWithAnotherIdIsRefused() throws Exception {
        session.give(task);
        session.next();

        assertThatThrownBy(() -> session.succeed("r2", body("1")))
                .isInstanceOfSatisfying(
                        RuntimeApiException.class,
                        e -> assertThat(e.status() + e.type()).isEqualTo("400InvalidRequestID"));
    }

    @Test
    void secondAnswerIsRefused() throws Exception {
        session.give(task);
        session.next();
        session.succeed("r1", body("1"));

        assertThatThrownBy(() -> session.succeed("r1", body("2")))
                .isInstanceOfSatisfying(
                        RuntimeApiException.class,
                        e ->
                                assertThat(e.status() + e.type())
                                        .isEqualTo("403InvalidStateTransition"));
    }

    @Test
    void nextWithoutAnAnswerIsRefused() throws Exception {
        session.give(task);
        session.next();

        assertThatThrownBy(session::next)
                .isInstanceOfSatisfying(
                        RuntimeApiException.class, e -> assertThat(e.status()).isEqualTo(403));
    }

    @Test
    void answerThatIsTooLargeFailsTheInvocation() throws Exception {
        session.give(task);
        session.next();

        assertThatThrownBy(() -> session.succeed("r1", null))
                .isInstanceOfSatisfying(
                        RuntimeApiException.class, e -> assertThat(e.status()).isEqualTo(413));
        assertThat(outcome(task)).contains("Function.ResponseSizeTooLarge");
    }

    @Test
    void errorAtTheBeginningEndsTheSession() throws Exception {
        session.failToStart("E", body("{\"errorType\":\"E\"}"));
        session.give(task);

        assertThat(outcome(task)).isEqualTo("Unhandled {\"errorType\":\"E\"}");
    }

    @Test
    void errorAtTheBeginningIsRefusedOnceTheRuntimeHasBegun() throws Exception {
        session.give(task);
        session.next();

        assertThatThrownBy(() -> session.failToStart("E", body("{}")))
                .isInstanceOf(RuntimeApiException.class);
    }

    @Test
    void runtimeThatAsksAfterTheEndIsToldToExit() {
        session.end(_ -> new Outcome.NotReady("over"));

        assertThatThrownBy(session::next)
                .isInstanceOfSatisfying(
                        RuntimeApiException.class, e -> assertThat(e.status()).isEqualTo(500));
    }

    @Test
    void endDecidesWhatBecomesOfTheInvocationUnderWay() throws Exception {
        session.give(task);
        session.next();
        session.end(id -> new Outcome.NotReady("over for " + id));

        assertThat(outcome(task)).isEqualTo("not ready: over for r1");
    }

    private static Binary body(String text) {
        return Binary.of(text.getBytes(UTF_8));
    }

    private static String outcome(Task task) throws InterruptedException {
        return text(Objects.requireNonNull(task.await(Duration.ZERO), "the task is not done"));
    }
}
