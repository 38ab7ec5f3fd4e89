package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A git repository that a test writes. Files are put straight into the index, so that any path can
/// be had on any file system.
public final class TestRepository {

    private final Path directory;

    /// Makes an empty repository in `directory`.
    public TestRepository(Path directory) {
        this.directory = directory;
        git("init", "--quiet");
    }

    /// Where it is.
    public Path directory() {
        return directory;
    }

    /// A file with `content` for the next commit.
    public TestRepository file(String path, String content) {
        return file(path, content.getBytes(UTF_8));
    }

    /// A file with `content` for the next commit.
    public TestRepository file(String path, byte[] content) {
        return entry("100644", blob(content), path.getBytes(UTF_8));
    }

    /// An entry of any kind for the next commit.
    public TestRepository entry(String mode, String id, byte[] path) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes((mode + " " + id + "\t").getBytes(ISO_8859_1));
        line.writeBytes(path);
        line.write(0);
        git(line.toByteArray(), "update-index", "-z", "--index-info");
        return this;
    }

    /// Takes a file out of the next commit.
    public TestRepository remove(String path) {
        return entry("0", "0".repeat(40), path.getBytes(UTF_8));
    }

    /// Keeps a content. Answers its id.
    public String blob(byte[] content) {
        return git(content, "hash-object", "-w", "--stdin");
    }

    /// Commits the files as they are. HEAD becomes the new commit, with these parents.
    public String commit(String... parents) {
        List<String> command = new ArrayList<>(List.of("commit-tree", git("write-tree")));
        for (String parent : parents) {
            command.addAll(List.of("-p", parent));
        }
        String commit = git("a commit".getBytes(UTF_8), command.toArray(String[]::new));
        git("update-ref", "HEAD", commit);
        return commit;
    }

    /// Runs git. Answers what it writes.
    public String git(String... arguments) {
        return git(new byte[0], arguments);
    }

    private String git(byte[] input, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("-c", "user.name=Miller", "-c", "user.email=m@example"));
        command.addAll(List.of(arguments));
        try (GitProcess process = GitProcess.start(directory, command)) {
            try (OutputStream in = process.input()) {
                in.write(input);
            }
            String output = new String(process.output().readAllBytes(), UTF_8).strip();
            process.finish();
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
