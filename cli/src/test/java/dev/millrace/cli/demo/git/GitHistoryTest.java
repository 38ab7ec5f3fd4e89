package dev.millrace.cli.demo.git;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class GitHistoryTest {

    private static final int ALL = Integer.MAX_VALUE;

    @TempDir Path directory;
    private TestRepository repository;

    @BeforeEach
    void makeRepository() {
        repository = new TestRepository(directory);
    }

    @Test
    void firstCommitAddsItsFiles() {
        repository.file("a", "1").file("b/c", "2").commit();
        assertThat(last().changes()).containsExactly(added("a", "1"), added("b/c", "2"));
    }

    @Test
    void commitTellsWhenItWasWritten() {
        repository.file("a", "1").commit();
        assertThat(last().authorTime())
                .isEqualTo(Long.parseLong(repository.git("log", "--format=%at")));
    }

    @Test
    void commitTellsItsId() {
        String id = repository.file("a", "1").commit();
        assertThat(last().id()).isEqualTo(id);
    }

    @Test
    void otherContentIsAChange() {
        String first = repository.file("a", "1").commit();
        repository.file("a", "2").commit(first);
        assertThat(last().changes())
                .containsExactly(new GitChange.Changed(path("a"), file("100644", "2")));
    }

    @Test
    void otherModeIsAChange() {
        String first = repository.file("a", "1").commit();
        repository.entry("100755", id("1"), bytes("a")).commit(first);
        assertThat(last().changes())
                .containsExactly(new GitChange.Changed(path("a"), file("100755", "1")));
    }

    @Test
    void fileThatBecomesASymbolicLinkIsAChange() {
        String first = repository.file("a", "1").commit();
        repository.entry("120000", id("1"), bytes("a")).commit(first);
        assertThat(last().changes())
                .containsExactly(new GitChange.Changed(path("a"), file("120000", "1")));
    }

    @Test
    void deletedFileIsDeleted() {
        String first = repository.file("a", "1").file("b", "2").commit();
        repository.remove("a").commit(first);
        assertThat(last().changes()).containsExactly(new GitChange.Deleted(path("a")));
    }

    @Test
    void fileThatComesBackIsAdded() {
        String first = repository.file("a", "1").commit();
        String second = repository.remove("a").commit(first);
        repository.file("a", "1").commit(second);
        assertThat(last().changes()).containsExactly(added("a", "1"));
    }

    @Test
    void renameIsADeletionAndAnAddition() {
        repository.git("config", "diff.renames", "copies");
        String first = repository.file("a", "the same text").commit();
        repository.remove("a").file("b", "the same text").commit(first);
        assertThat(last().changes())
                .containsExactly(new GitChange.Deleted(path("a")), added("b", "the same text"));
    }

    @Test
    void commitWithoutChangesHasNone() {
        String first = repository.file("a", "1").commit();
        repository.commit(first);
        assertThat(history(ALL))
                .extracting(commit -> commit.changes().size())
                .containsExactly(1, 0);
    }

    @Test
    void mergeIsSeenFromItsFirstParent() {
        String base = repository.file("a", "1").commit();
        String side = repository.file("side", "2").commit(base);
        String main = repository.remove("side").file("main", "3").commit(base);
        String merge = repository.file("side", "2").commit(main, side);
        assertThat(history(ALL)).extracting(GitCommit::id).containsExactly(base, main, merge);
        assertThat(last().changes()).containsExactly(added("side", "2"));
    }

    @Test
    void pathsMayLookLikeAnything() {
        String[] paths = {"\n:a", " b ", ":0 1 2 3 A", "\"c\"", "d\te", "ä/日本", "-f", "g\\n"};
        for (String path : paths) {
            repository.file(path, "1");
        }
        repository.commit();
        assertThat(last().changes())
                .extracting(change -> change.path().toString())
                .containsExactlyInAnyOrder(paths);
    }

    @Test
    void pathsNeedNotBeText() {
        byte[] path = "caf\u00e9".getBytes(ISO_8859_1);
        repository.entry("100644", id("1"), path).commit();
        assertThat(last().changes().getFirst().path().toBytes()).isEqualTo(path);
    }

    @Test
    void withoutTheOldestCommitsTheFirstOneAddsAllFiles() {
        String first = repository.file("a", "1").commit();
        String second = repository.file("b", "2").commit(first);
        repository.file("a", "3").commit(second);
        List<GitCommit> history = history(2);
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().changes()).containsExactly(added("a", "1"), added("b", "2"));
    }

    @Test
    void subdirectoryHasTheHistoryOfTheWholeRepository() {
        repository.git("config", "diff.relative", "true");
        repository.file("a", "1").file("sub/b", "2").commit();
        repository.git("checkout", "--", ".");
        GitRepository sub = GitRepository.open(directory.resolve("sub"));
        assertThat(read(sub, ALL).getFirst().changes()).hasSize(2);
    }

    @Test
    void changesAddUpToTheTree() {
        String first = repository.file("a", "1").file("b", "2").file("c/d", "3").commit();
        String second = repository.remove("b").remove("c/d").file("c", "4").commit(first);
        String side = repository.file("e", "5").file("a", "6").commit(first);
        repository.remove("c").file("b", "7").commit(second, side);
        assertThat(replay(history(ALL))).isEqualTo(opened().tree().files());
    }

    private static Map<GitPath, GitFile> replay(List<GitCommit> history) {
        Map<GitPath, GitFile> files = new TreeMap<>();
        for (GitCommit commit : history) {
            for (GitChange change : commit.changes()) {
                switch (change) {
                    case GitChange.Added(var path, var file) -> files.put(path, file);
                    case GitChange.Changed(var path, var file) -> files.put(path, file);
                    case GitChange.Deleted(var path) -> files.remove(path);
                }
            }
        }
        return files;
    }

    private GitCommit last() {
        return history(ALL).getLast();
    }

    private List<GitCommit> history(int commitsMax) {
        return read(opened(), commitsMax);
    }

    private static List<GitCommit> read(GitRepository repository, int commitsMax) {
        List<GitCommit> commits = new ArrayList<>();
        try (GitHistory history = repository.history(commitsMax)) {
            for (Optional<GitCommit> commit = history.next();
                    commit.isPresent();
                    commit = history.next()) {
                commits.add(commit.get());
            }
        }
        return commits;
    }

    private GitRepository opened() {
        return GitRepository.open(directory);
    }

    private GitChange added(String path, String content) {
        return new GitChange.Added(path(path), file("100644", content));
    }

    private GitFile file(String mode, String content) {
        return new GitFile(mode, id(content));
    }

    private String id(String content) {
        return repository.blob(content.getBytes(UTF_8));
    }

    private static GitPath path(String path) {
        return GitPath.of(bytes(path));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
