package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of one commit.
///
/// @param commit the commit's id
/// @param files what is found at each path, submodules included
public record GitTree(String commit, SortedMap<GitPath, GitFile> files) {

    public GitTree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// Reads the tree of `commit` from the repository in `directory`.
    ///
    /// @throws GitException if that fails
    static GitTree read(Path directory, String commit) {
        List<String> command = List.of("ls-tree", "-r", "-z", "--full-tree", commit);
        try (GitProcess process = GitProcess.start(directory, command)) {
            SortedMap<GitPath, GitFile> files = files(new NulReader(process.output()));
            process.finish();
            return new GitTree(commit, files);
        } catch (IOException e) {
            throw new GitException("the tree of commit " + commit + " cannot be read", e);
        }
    }

    private static SortedMap<GitPath, GitFile> files(NulReader reader) throws IOException {
        SortedMap<GitPath, GitFile> files = new TreeMap<>();
        for (byte[] entry = reader.next(); entry != null; entry = reader.next()) {
            add(entry, files);
        }
        return files;
    }

    // An entry reads "<mode> <type> <id>", a tab, and the path.
    private static void add(byte[] entry, SortedMap<GitPath, GitFile> files) {
        int tab = new String(entry, US_ASCII).indexOf('\t');
        String[] fields = new String(entry, 0, Math.max(tab, 0), US_ASCII).split(" ", -1);
        if (fields.length != 3) {
            throw new GitException("git lists a tree in a form that is not known");
        }
        GitPath path = GitPath.of(Arrays.copyOfRange(entry, tab + 1, entry.length));
        files.put(path, new GitFile(fields[0], fields[2]));
    }
}
