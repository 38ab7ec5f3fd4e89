package dev.millrace.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.bench.http.BenchException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which commit a folder has checked out, as git tells.
final class CheckedOut {
    private CheckedOut() {}

    /// The commit, shortened, and whether files differ from it; empty without git, or outside a
    /// repository.
    static Optional<String> commit(Path folder) {
        Optional<String> commit = git(folder, "rev-parse", "--short=10", "HEAD");
        boolean isChanged =
                git(folder, "status", "--porcelain", "--untracked-files=no").isPresent();
        return commit.map(name -> isChanged ? name + " with changes" : name);
    }

    // Empty if the command fails or has nothing to say.
    private static Optional<String> git(Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        try {
            Process git =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
            return git.waitFor() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
        } catch (IOException _) {
            // There is no git here, and nothing depends on it.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
