package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.cli.demo.git.GitBlobs;
import dev.millrace.cli.demo.git.GitChange;
import dev.millrace.cli.demo.git.GitCommit;
import dev.millrace.cli.demo.git.GitFile;
import dev.millrace.cli.demo.git.GitPath;
import dev.millrace.cli.demo.git.GitRepository;
import dev.millrace.cli.demo.git.TestRepository;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

class FileItemsTest {

    private static final GitCommit COMMIT = new GitCommit("c0ffee", 1_700_000_000, List.of());
    private static final GitPath PATH = new GitPath("a");

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
    void addedFileIsPutWithAllThatIsKnown() {
        String id = repository.blob("Grüße".getBytes(UTF_8));
        GitChange change = new GitChange.Added(PATH, new GitFile("100644", id));
        assertThat(new FileItems(blobs).change(COMMIT, change))
                .isEqualTo(
                        new ItemChange.Put(
                                new ItemKey("a"),
                                Map.of(
                                        "path", AttributeValue.fromS("a"),
                                        "blob", AttributeValue.fromS(id),
                                        "mode", AttributeValue.fromS("100644"),
                                        "size", AttributeValue.fromN("7"),
                                        "content", AttributeValue.fromS("Grüße"),
                                        "commit", AttributeValue.fromS("c0ffee"),
                                        "authorTime", AttributeValue.fromN("1700000000"))));
    }

    @Test
    void changedFileIsAnUpdate() {
        String id = repository.blob(new byte[0]);
        GitChange change = new GitChange.Changed(PATH, new GitFile("100644", id));
        assertThat(new FileItems(blobs).change(COMMIT, change))
                .isInstanceOf(ItemChange.Update.class);
    }

    @Test
    void deletedFileIsADelete() {
        assertThat(new FileItems(blobs).change(COMMIT, new GitChange.Deleted(PATH)))
                .isEqualTo(new ItemChange.Delete(new ItemKey("a")));
    }

    @Test
    void emptyFileHasAnEmptyText() {
        assertThat(item(PATH, new byte[0])).containsEntry("content", AttributeValue.fromS(""));
    }

    @Test
    void contentThatIsNoTextIsBinary() {
        byte[] content = {0, (byte) 0xff};
        assertThat(item(PATH, content))
                .containsEntry("content", AttributeValue.fromB(SdkBytes.fromByteArray(content)));
    }

    @Test
    void longestContentIsKept() {
        assertThat(item(PATH, new byte[FileItems.CONTENT_BYTES_MAX])).containsKey("content");
    }

    @Test
    void longerContentLeavesOnlyItsSize() {
        assertThat(item(PATH, new byte[FileItems.CONTENT_BYTES_MAX + 1]))
                .containsEntry("size", AttributeValue.fromN("307201"))
                .doesNotContainKey("content");
    }

    @Test
    void submoduleHasNoContent() {
        GitFile submodule = new GitFile("160000", "1234567890".repeat(4));
        assertThat(item(PATH, submodule))
                .containsEntry("blob", AttributeValue.fromS(submodule.id()))
                .doesNotContainKeys("content", "size");
    }

    @Test
    void pathThatIsNoTextIsKeptAsBytes() {
        assertThat(item(new GitPath("\u00ff"), new byte[0]))
                .containsEntry(
                        "pathBytes",
                        AttributeValue.fromB(SdkBytes.fromByteArray(new byte[] {(byte) 0xff})));
    }

    private Map<String, AttributeValue> item(GitPath path, byte[] content) {
        return item(path, new GitFile("100644", repository.blob(content)));
    }

    private Map<String, AttributeValue> item(GitPath path, GitFile file) {
        return switch (new FileItems(blobs).change(COMMIT, new GitChange.Added(path, file))) {
            case ItemChange.Put(_, var item) -> item;
            case ItemChange.Update(_, var item) -> item;
            case ItemChange.Delete _ -> Map.of();
        };
    }
}
