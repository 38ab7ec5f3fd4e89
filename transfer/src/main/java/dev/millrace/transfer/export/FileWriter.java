package dev.millrace.transfer.export;

import dev.millrace.transfer.bucket.Hashes;
import dev.millrace.transfer.bucket.StagedFile;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/// A data file while it is written, on this machine.
final class FileWriter implements AutoCloseable {
    /// How many bytes fill a file, before compression.
    static final long BYTES_MAX = 128L * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path path;
    private final MessageDigest md5 = Hashes.md5();
    private final MessageDigest sha256 = Hashes.sha256();
    private final OutputStream output;
    private final LineFormat line;
    private long bytes;
    private long items;

    FileWriter(Path path, LineFormat line) throws IOException {
        this.path = path;
        this.line = line;
        OutputStream file = Files.newOutputStream(path);
        output =
                new GZIPOutputStream(
                        new BufferedOutputStream(
                                new DigestOutputStream(new DigestOutputStream(file, md5), sha256),
                                BUFFER_BYTES),
                        BUFFER_BYTES);
    }

    /// Where a line is written before [#endLine].
    LineFormat line() {
        return line;
    }

    void endLine() throws IOException {
        output.write(line.array(), 0, line.length());
        output.write('\n');
        bytes += line.length() + 1;
        items++;
    }

    boolean isFull() {
        return bytes >= BYTES_MAX;
    }

    @Override
    public void close() throws IOException {
        output.close();
    }

    /// The file as it is once it is closed.
    StagedFile staged() {
        return new StagedFile(path, hex(sha256));
    }

    /// What the manifest says of it.
    DataFile described(String key) {
        byte[] sum = digest(md5);
        return new DataFile(key, items, Base64.getEncoder().encodeToString(sum), Hashes.hex(sum));
    }

    private static String hex(MessageDigest digest) {
        return Hashes.hex(digest(digest));
    }

    // Asking for a hash would begin a new one.
    private static byte[] digest(MessageDigest digest) {
        try {
            return ((MessageDigest) digest.clone()).digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the hashes of this JDK cannot be copied", e);
        }
    }
}
