package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

class TemporaryDirectoryTest {

    @Test
    void directoryIsRemovedWithAllThatIsInIt() throws IOException {
        TemporaryDirectory directory = TemporaryDirectory.make();
        Files.createDirectories(directory.path().resolve("a/b"));
        Files.writeString(directory.path().resolve("a/b/c"), "text");
        directory.close();
        assertThat(directory.path()).doesNotExist();
    }
}
