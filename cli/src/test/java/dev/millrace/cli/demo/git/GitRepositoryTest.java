package dev.millrace.cli.demo.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class GitRepositoryTest {

    @TempDir Path directory;

    @Test
    void missingDirectoryIsNamed() {
        Path missing = directory.resolve("missing");
        assertThatThrownBy(() -> GitRepository.open(missing))
                .isInstanceOf(GitException.class)
                .hasMessage("there is no directory " + missing);
    }

    @Test
    void directoryOutsideOfARepositoryIsNamed() {
        assertThatThrownBy(() -> GitRepository.open(directory))
                .isInstanceOf(GitException.class)
                .hasMessageStartingWith(directory + " is no git repository (fatal: ");
    }

    @Test
    void repositoryWithoutACommitIsNamed() {
        new TestRepository(directory);
        assertThatThrownBy(() -> GitRepository.open(directory))
                .isInstanceOf(GitException.class)
                .hasMessage("the git repository " + directory + " has no commit yet");
    }

    @Test
    void headIsTheNewestCommit() {
        TestRepository repository = new TestRepository(directory);
        String commit = repository.commit(repository.commit());
        assertThat(GitRepository.open(directory).head()).isEqualTo(commit);
    }

    @Test
    void commitsAreCountedAlongFirstParents() {
        TestRepository repository = new TestRepository(directory);
        String base = repository.commit();
        String side = repository.file("a", "1").commit(base);
        repository.commit(base, side);
        assertThat(GitRepository.open(directory).commitCount(10)).isEqualTo(2);
    }

    @Test
    void countEndsAtTheMostThatIsWanted() {
        TestRepository repository = new TestRepository(directory);
        repository.commit(repository.commit(repository.commit()));
        assertThat(GitRepository.open(directory).commitCount(2)).isEqualTo(2);
    }

    @Test
    void commitsMadeAfterOpeningAreNotSeen() {
        TestRepository repository = new TestRepository(directory);
        String first = repository.commit();
        GitRepository opened = GitRepository.open(directory);
        repository.file("a", "1").commit(first);
        assertThat(opened.tree().files()).isEmpty();
    }

    @Test
    void treeHasSubmodulesAndSymbolicLinks() {
        TestRepository repository = new TestRepository(directory);
        String target = repository.blob("target".getBytes(UTF_8));
        String elsewhere = "1234567890".repeat(4);
        repository
                .entry("120000", target, new byte[] {'l'})
                .entry("160000", elsewhere, new byte[] {'m'})
                .commit();
        assertThat(GitRepository.open(directory).tree().files())
                .containsEntry(new GitPath("l"), new GitFile("120000", target))
                .containsEntry(new GitPath("m"), new GitFile("160000", elsewhere));
    }
}
