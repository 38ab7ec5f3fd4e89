package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreException;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much of a database is known to be on stable storage, kept in a small file beside it.
///
/// RocksDB takes a log that ends early for one that was torn by a crash, and cannot tell that more
/// had been synced. The mark can: it is written after each sync, but never synced itself, so what
/// is found of it after a crash is true, if perhaps not new. A store that ends before its mark has
/// lost writes that were acknowledged. The same goes for the manifest, which lists the files.
///
/// Each number has two places that are written in turn, a sector each, so that one of them is whole
/// whenever the power goes. A last place says whether writes were made that nobody waited for; then
/// the end of the log may look like anything.
final class SyncedMark implements AutoCloseable {

    static final String FILE_NAME = "SYNCED.millrace";

    private static final int PLACE_BYTES = 512;
    private static final int LOG_PLACE = 0;
    private static final int MANIFEST_PLACE = 2;
    private static final int RELAXED_PLACE = 4;
    private static final int PLACES = 5;
    private static final long PATTERN = 0x4d696c6c72616365L;

    private final Path path;
    private final RandomAccessFile file;
    private final Growing log;
    private final Growing manifest;
    private volatile boolean relaxed;

    private SyncedMark(Path path) throws IOException {
        this.path = path;
        boolean isNew = !Files.exists(path) || Files.size(path) < PLACES * PLACE_BYTES;
        this.file = new RandomAccessFile(path.toFile(), "rw");
        if (isNew) {
            // Room is taken now, so that a full disk cannot refuse it later.
            file.setLength(0);
            file.write(new byte[PLACES * PLACE_BYTES]);
            file.getFD().sync();
        }
        log = new Growing(LOG_PLACE);
        manifest = new Growing(MANIFEST_PLACE);
        relaxed = read(RELAXED_PLACE) > 0;
    }

    /// A number that only grows.
    private final class Growing {
        private final int place;
        private long value;
        private int turn;

        Growing(int place) throws IOException {
            this.place = place;
            value = Math.max(read(place), read(place + 1));
        }

        // Which of the two places holds the greater number does not matter: losing the other one
        // costs a little of what is known.
        void raise(long next) {
            if (next > value) {
                write(place + turn, next);
                turn = 1 - turn;
                value = next;
            }
        }
    }

    /// Opens the mark of the store in `directory`, making it if there is none.
    static SyncedMark open(Path directory) {
        Path path = directory.resolve(FILE_NAME);
        try {
            return new SyncedMark(path);
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    /// The last sequence number that is known to have been synced; 0 if none is.
    synchronized long log() {
        return log.value;
    }

    /// The manifest that is known to have been synced, and how far.
    synchronized ManifestLength manifest() {
        return ManifestLength.decode(manifest.value);
    }

    /// Whether writes were made that nobody waited for, and that may not be synced yet.
    boolean isRelaxed() {
        return relaxed;
    }

    /// Notes that everything up to this sequence number has been synced.
    synchronized void logSynced(long sequenceNumber) {
        log.raise(sequenceNumber);
    }

    /// Notes that the manifest has been synced so far.
    synchronized void manifestSynced(ManifestLength length) {
        manifest.raise(length.encode());
    }

    /// Notes, durably and before the first of them, that writes are made that nobody waits for.
    void relax() {
        if (!relaxed) {
            relaxed(true);
        }
    }

    /// Notes that all writes made so far have been synced.
    void settle() {
        if (relaxed) {
            relaxed(false);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    private synchronized void relaxed(boolean value) {
        try {
            write(RELAXED_PLACE, value ? 1 : 0);
            file.getFD().sync();
            relaxed = value;
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    private void write(int place, long value) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(value).putLong(value ^ PATTERN).flip();
        try {
            file.getChannel().write(bytes, (long) place * PLACE_BYTES);
        } catch (IOException failure) {
            throw failed(path, failure);
        }
    }

    // A place that was never written, or not as a whole, tells nothing.
    private long read(int place) throws IOException {
        file.seek((long) place * PLACE_BYTES);
        long value = file.readLong();
        return file.readLong() == (value ^ PATTERN) ? value : 0;
    }

    private static StoreException failed(Path path, IOException failure) {
        return Failure.of("the mark of what is synced cannot be kept", failure).with("file", path);
    }
}
