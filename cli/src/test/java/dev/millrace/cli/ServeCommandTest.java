package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;

class ServeCommandTest {

    @TempDir Path directory;

    @Test
    void readyLineTellsWhereAndHowToTryIt() throws IOException {
        int port = freePort();
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "--in-memory", "--port", Integer.toString(port));

        String endpoint = "http://127.0.0.1:" + port;
        assertThat(exitCode).isZero();
        assertThat(terminal.out())
                .isEqualTo(
                        "Millrace ready: tables %1$s, streams %1$s (in memory). Try:"
                                        .formatted(endpoint)
                                + " AWS_ACCESS_KEY_ID=local AWS_SECRET_ACCESS_KEY=local aws"
                                + " dynamodb list-tables --endpoint-url "
                                + endpoint
                                + " --region us-east-1\nMillrace stopped.\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void readyLineNamesTheSecondPort() throws IOException {
        int port = freePort();
        Terminal terminal = Terminal.at(directory);

        terminal.run(
                "serve", "--in-memory", "--port=0", "--streams-port=" + port, "--region=eu-west-1");

        assertThat(terminal.out())
                .contains("streams http://127.0.0.1:" + port + " ")
                .contains("--region eu-west-1\n");
    }

    @Test
    void serverRunsUntilTheProcessIsToEnd() throws IOException {
        int port = freePort();
        Terminal terminal =
                new Terminal(
                        directory,
                        last -> {
                            connect(port);
                            last.run();
                        });

        int exitCode = terminal.run("serve", "--in-memory", "--port", Integer.toString(port));

        assertThat(exitCode).isZero();
        assertThatThrownBy(() -> connect(port)).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void portInUseIsOneLineAndExitCodeOne() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Terminal terminal = Terminal.at(directory);

            int exitCode = terminal.run("serve", "--port", "" + taken.getLocalPort());

            assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
            assertThat(terminal.err())
                    .startsWith("millrace: cannot listen on port " + taken.getLocalPort())
                    .hasLineCount(1);
            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void badValueIsOneLineAndExitCodeTwo() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "--port", "many");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo("millrace: --port: 'many' is not a port from 0 to 65535\n");
    }

    @Test
    void badVariableIsOneLineAndExitCodeTwo() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run(Map.of("MILLRACE_ACCOUNT", "me"), "serve");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo("millrace: MILLRACE_ACCOUNT: 'me' is not an account of 12 digits\n");
    }

    @Test
    void unknownOptionIsOneLineWithAHint() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "--prot=8000");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo(
                        "millrace: unknown option '--prot' (did you mean --port?); see 'millrace"
                                + " help serve'\n");
    }

    @Test
    void optionWithoutItsValueIsOneLine() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "--data");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo("millrace: option '--data' needs a value; see 'millrace help serve'\n");
    }

    @Test
    void argumentThatIsNoOptionIsOneLine() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "now");

        assertThat(exitCode).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err())
                .isEqualTo("millrace: unexpected argument 'now'; see 'millrace help serve'\n");
    }

    @Test
    void helpShowsEveryOption() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("serve", "--help");

        assertThat(exitCode).isZero();
        assertThat(terminal.out())
                .contains(
                        "--port=PORT",
                        "--host=HOST",
                        "--data=DIRECTORY",
                        "--in-memory ",
                        "--streams-port=PORT",
                        "--region=REGION",
                        "--account=ACCOUNT",
                        "--durability=MODE",
                        "--status-delay=SECONDS",
                        "--ttl-interval=SECONDS",
                        "--throttling",
                        "--config=FILE");
    }

    private static void connect(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.isConnected()).isTrue();
        } catch (IOException e) {
            throw new IllegalStateException("no connection", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
