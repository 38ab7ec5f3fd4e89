package dev.millrace.transfer.source;

import dev.millrace.transfer.bucket.Bucket;
import dev.millrace.transfer.bucket.BucketException;
import dev.millrace.transfer.bucket.Pause;
import dev.millrace.transfer.bucket.StoredObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/// Reads the objects of a prefix one after another, record by record, from where the last reader
/// got to. One whose connection breaks is read again; what has been dealt with is not shown twice.
///
/// @param pause before an object is read again
public record ObjectWalk(Bucket bucket, String prefix, ItemSources sources, Pause pause) {
    /// How often an object may break off without one record more than before.
    private static final int ATTEMPTS = 5;

    /// What deals with the records.
    public interface Reader {
        /// Begins with an object, or goes on behind the records of it that have been dealt with.
        ///
        /// @return how many those are
        long begin(String key);

        /// Takes the record that the source is at.
        ///
        /// @param objectBytes how many bytes of the object have been read
        /// @return false to read no further
        boolean take(ItemSource source, long objectBytes) throws InterruptedException;

        /// Ends with the object.
        void end(long objectBytes) throws InterruptedException;

        /// The same where it cannot be read further.
        void endBroken(String reason, long objectBytes) throws InterruptedException;
    }

    /// Reads what is left.
    ///
    /// @param current the object that the last reader was at; null if there was none
    /// @param isDone whether it had read all of it
    /// @return whether all was read
    /// @throws BucketException if there is nothing, or it cannot be read
    public boolean read(@Nullable String current, boolean isDone, Reader reader)
            throws InterruptedException {
        boolean isWanted = current == null || isDone || readAgain(current, reader);
        List<StoredObject> page = isWanted ? bucket.list(prefix, current) : List.of();
        if (current == null && page.isEmpty()) {
            throw new BucketException(
                    "S3NoSuchKey", "No objects were found with the given prefix", null);
        }
        while (isWanted && !page.isEmpty()) {
            for (int i = 0; isWanted && i < page.size(); i++) {
                isWanted = readAgain(page.get(i).key(), reader);
            }
            page = isWanted ? bucket.list(prefix, page.getLast().key()) : List.of();
        }
        return isWanted;
    }

    private boolean readAgain(String key, Reader reader) throws InterruptedException {
        int repeats = 0;
        long before = reader.begin(key);
        long from = before;
        while (true) {
            try {
                return readOnce(key, from, reader);
            } catch (IOException e) {
                from = reader.begin(key);
                repeats = from > before ? 1 : repeats + 1;
                before = from;
                if (repeats == ATTEMPTS) {
                    throw BucketException.broken("an object broke off again and again", e);
                }
                pause.beforeRepeat(repeats);
            }
        }
    }

    private boolean readOnce(String key, long from, Reader reader)
            throws IOException, InterruptedException {
        try (CountedInput object = new CountedInput(bucket.open(key))) {
            try {
                return readAll(object, from, reader);
            } catch (MalformedObjectException e) {
                reader.endBroken(String.valueOf(e.getMessage()), object.count());
                return true;
            }
        }
    }

    private boolean readAll(CountedInput object, long skipped, Reader reader)
            throws IOException, InterruptedException {
        ItemSource source = sources.of(object);
        for (long record = 0; source.next(); record++) {
            requireNotClosing();
            if (record >= skipped && !reader.take(source, object.count())) {
                return false;
            }
        }
        reader.end(object.count());
        return true;
    }

    private static void requireNotClosing() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }
}
