package dev.millrace.cli.demo.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class GitBlobsTest {

    private static final int CONTENT_BYTES_MAX = 5;

    @TempDir Path directory;
    private TestRepository repository;
    private GitBlobs blobs;

    @BeforeEach
    void openRepository() {
        repository = new TestRepository(directory);
        repository.commit();
        blobs = GitRepository.open(directory).blobs();
    }

    @AfterEach
    void closeBlobs() {
        blobs.close();
    }

    @Test
    void contentMayBeEmpty() {
        assertThat(read(new byte[0]).content()).hasValue(new byte[0]);
    }

    @Test
    void contentMayBeAnyBytes() {
        byte[] content = {0, '\n', (byte) 0xff, '\n', 0};
        assertThat(read(content).content()).hasValue(content);
    }

    @Test
    void longestContentIsRead() {
        assertThat(read("12345".getBytes(UTF_8)).content()).isPresent();
    }

    @Test
    void longerContentIsOnlyMeasured() {
        GitBlob blob = read("123456".getBytes(UTF_8));
        assertThat(blob.content()).isEmpty();
        assertThat(blob.size()).isEqualTo(6);
    }

    @Test
    void contentAfterALongOneIsRead() {
        read("123456".getBytes(UTF_8));
        assertThat(read(new byte[] {7}).content()).hasValue(new byte[] {7});
    }

    @Test
    void missingContentIsNamed() {
        String missing = "1234567890".repeat(4);
        assertThatThrownBy(() -> blobs.read(missing, CONTENT_BYTES_MAX))
                .isInstanceOf(GitException.class)
                .hasMessageContaining(missing);
    }

    private GitBlob read(byte[] content) {
        return blobs.read(repository.blob(content), CONTENT_BYTES_MAX);
    }
}
