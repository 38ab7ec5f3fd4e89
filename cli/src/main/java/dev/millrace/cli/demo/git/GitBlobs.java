package dev.millrace.cli.demo.git;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The contents of a repository, from one `git cat-file` that runs as long as this is open. For one
/// thread.
public final class GitBlobs implements AutoCloseable {

    private static final int HEADER_BYTES_MAX = 256;

    private final GitProcess process;

    private GitBlobs(GitProcess process) {
        this.process = process;
    }

    static GitBlobs open(Path directory) {
        return new GitBlobs(GitProcess.start(directory, List.of("cat-file", "--batch")));
    }

    /// The blob `id`; without its content if that has more than `contentBytesMax` bytes.
    ///
    /// @throws GitException if the repository does not have it
    public GitBlob read(String id, int contentBytesMax) {
        try {
            request(id);
            long size = size(id, header().split(" ", -1));
            Optional<byte[]> content = content(size, contentBytesMax);
            process.output().skipNBytes(1); // The line break after the content.
            return new GitBlob(size, content);
        } catch (IOException e) {
            throw new GitException("file content " + id + " cannot be read", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }

    private void request(String id) throws IOException {
        process.input().write((id + "\n").getBytes(US_ASCII));
        process.input().flush();
    }

    private String header() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = process.output().read(); b != '\n'; b = process.output().read()) {
            if (b < 0 || line.size() == HEADER_BYTES_MAX) {
                throw new IOException("no header");
            }
            line.write(b);
        }
        return line.toString(US_ASCII);
    }

    // "<id> blob <size>", or "<id> missing".
    private static long size(String id, String[] header) {
        if (header.length != 3 || !header[1].equals("blob")) {
            throw new GitException(
                    "file content " + id + " is missing from the repository; fetch all of it");
        }
        return Long.parseLong(header[2]);
    }

    private Optional<byte[]> content(long size, int contentBytesMax) throws IOException {
        InputStream output = process.output();
        if (size > contentBytesMax) {
            output.skipNBytes(size);
            return Optional.empty();
        }
        byte[] content = output.readNBytes((int) size);
        if (content.length < size) {
            throw new IOException("content without an end");
        }
        return Optional.of(content);
    }
}
