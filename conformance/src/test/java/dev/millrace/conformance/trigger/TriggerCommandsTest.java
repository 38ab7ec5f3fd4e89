package dev.millrace.conformance.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.cli.trigger.TriggersCommand;
import dev.millrace.control.ControlClient;
import dev.millrace.control.ControlException;
import dev.millrace.control.DeadLetterReport;
import dev.millrace.control.TriggerReport;
import dev.millrace.triggers.destination.DestinationEndpoints;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/// What operators see of triggers on the control port, by commands and as metrics, and replay.
@Timeout(120)
class TriggerCommandsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private TriggeredServer server;
    private ControlClient control;

    @BeforeEach
    void start() throws IOException {
        server = new TriggeredServer(DestinationEndpoints.NONE);
        control = server.control();
    }

    @AfterEach
    void stop() {
        control.close();
        server.close();
    }

    @Test
    void listShowsEachMapping() throws Exception {
        giveUp();

        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("  f  Enabled")
                .contains("last result  PROBLEM: Function call failed")
                .contains("1 given up; 1 batches to replay");
    }

    @Test
    void listOfNothingSaysSo() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()).isEqualTo("There are no event source mappings.\n");
    }

    @Test
    void deadLetterIsReplayedByItsName() throws Exception {
        DeadLetterReport letter = giveUp();
        String name = letter.mapping() + "/" + letter.shard() + "/" + letter.first();
        assertThat(run("dead-letters")).isZero();
        assertThat(out.toString()).contains(name).contains("RetryAttemptsExhausted after 1");
        server.function().succeed();
        int calls = server.function().calls();

        assertThat(run("replay", name)).isZero();
        assertThat(out.toString()).contains(name + "  OK");
        assertThat(server.function().calls()).isEqualTo(calls + 1);
    }

    @Test
    void replayThatFailsIsAnExitCode() throws Exception {
        giveUp();

        assertThat(run("replay", "--all")).isEqualTo(1);
        assertThat(out.toString()).contains("PROBLEM: Function call failed");
    }

    @Test
    void allAreReplayedButThoseThatSucceeded() throws Exception {
        DeadLetterReport letter = giveUp();
        server.function().succeed();
        assertThat(run("replay", "--all", "--mapping", letter.mapping())).isZero();
        assertThat(run("replay", "--all")).isZero();

        assertThat(out.toString()).contains("1 batches replayed.").contains("0 batches replayed.");
    }

    @Test
    void replayNeedsABatchOrAll() {
        assertThat(run("replay")).isEqualTo(2);
        assertThat(err.toString()).contains("give the name of a batch or --all");
    }

    @Test
    void serverThatIsNotThereIsOneLine() {
        StringWriter complaints = new StringWriter();
        int exitCode =
                new CommandLine(
                                TriggersCommand.in(
                                        new PrintWriter(out, true),
                                        new PrintWriter(complaints, true)))
                        .execute("list", "--control", "http://127.0.0.1:1");

        assertThat(exitCode).isEqualTo(1);
        assertThat(complaints.toString())
                .isEqualTo("millrace: the control port could not be reached\n");
    }

    @Test
    void unknownBatchIsRefused() throws Exception {
        DeadLetterReport letter = giveUp();

        assertThatThrownBy(() -> control.replay(letter.mapping(), letter.shard(), "1"))
                .isInstanceOf(ControlException.class)
                .hasMessage("there is no such mapping or dead letter");
    }

    @Test
    void metricsTellOfTheMapping() throws Exception {
        DeadLetterReport letter = giveUp();
        String labels =
                "{mapping=\""
                        + letter.mapping()
                        + "\",function=\"f\",stream=\""
                        + server.streamArn()
                        + "\"";
        String metrics = control.metrics();

        assertThat(metrics)
                .contains("millrace_trigger_invocations_total" + labels + "} 1")
                .contains("millrace_trigger_errors_total" + labels + "} 1")
                .contains("millrace_trigger_discarded_records_total" + labels + "} 1")
                .contains("millrace_trigger_dead_letters" + labels + "} 1")
                .contains("millrace_trigger_lag_records" + labels + "}")
                .contains("millrace_trigger_state" + labels + ",state=\"Enabled\"} 1")
                .contains("result=\"PROBLEM: Function call failed\"} 1")
                .contains("millrace_stream_records_in_total");
    }

    @Test
    void reportHasEveryFigure() throws Exception {
        giveUp();
        TriggerReport report = control.triggers().getFirst();

        assertThat(report.figures())
                .containsKeys("lagRecords", "lagMillis", "iteratorAgeMillis", "faults");
        assertThat(report.figure("discardedRecords")).isEqualTo(1);
        assertThat(report.exactlyOnce()).isFalse();
    }

    private DeadLetterReport giveUp() throws IOException, InterruptedException {
        server.write("one");
        server.map("");
        List<DeadLetterReport> letters = control.deadLetters();
        while (letters.isEmpty()) {
            letters = control.deadLetters();
        }
        return letters.getFirst();
    }

    private int run(String... arguments) {
        CommandLine command =
                new CommandLine(
                        TriggersCommand.in(new PrintWriter(out, true), new PrintWriter(err, true)));
        command.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--control";
        all[arguments.length + 1] = server.controlEndpoint().toString();
        return command.execute(all);
    }
}
