package dev.millrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class DataCommandsTest {

    @TempDir Path directory;

    @Test
    void verifyTellsThatADirectoryIsSound() {
        Terminal terminal = served();

        int exitCode = terminal.run("verify", "data");

        assertThat(exitCode).isZero();
        assertThat(terminal.out()).endsWith(directory.resolve("data") + " is sound\n");
    }

    @Test
    void verifyTellsOfDamageAndEndsWithOne() throws IOException {
        Terminal terminal = served();
        Files.writeString(directory.resolve("data/CURRENT"), "MANIFEST-999999\n");

        int exitCode = terminal.run("verify", "data");

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.out())
                .contains("cannot be read as it should: the file CURRENT names no manifest")
                .contains("millrace restore");
    }

    @Test
    void verifyOfNothingIsRefused() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("verify", "nowhere");

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .isEqualTo(
                        "millrace: there is no directory " + directory.resolve("nowhere") + "\n");
    }

    @Test
    void backupWithoutServerSaysHowToStartOne() {
        Terminal terminal = Terminal.at(directory);

        int exitCode = terminal.run("backup", "copy", "--control=http://127.0.0.1:1");

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err())
                .isEqualTo(
                        "millrace: no server answers at http://127.0.0.1:1; start it with"
                                + " --control-port, or name its control port with --control\n");
    }

    @Test
    void restoreOfWhatIsNoBackupIsRefusedAndWritesNothing() throws IOException {
        Terminal terminal = served();

        int exitCode = terminal.run("restore", "data", "target");

        assertThat(exitCode).isEqualTo(ExitCode.FAILURE);
        assertThat(terminal.err()).contains("is no complete backup");
        assertThat(names(directory)).doesNotContain("target");
    }

    @Test
    void aDirectoryThatIsMissingFromTheCommandLineIsAUsageError() {
        Terminal terminal = Terminal.at(directory);

        assertThat(terminal.run("verify")).isEqualTo(ExitCode.USAGE);
    }

    private Terminal served() {
        Terminal terminal = Terminal.at(directory);
        assertThat(terminal.run("serve", "--port=0", "--data=" + directory.resolve("data")))
                .isZero();
        return terminal;
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
