package dev.millrace.transfer.bucket;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// A place for objects with keys.
public interface Bucket {
    /// The most keys that are listed at once, and so the most of a page.
    int PAGE_MAX = 1_000;

    /// The next objects whose keys begin with `prefix`, ascending by their UTF-8 bytes; none if
    /// there are no more.
    ///
    /// @param after the key that they come behind; null for the first ones
    /// @throws BucketException if there is no such bucket, or it may not be read
    List<StoredObject> list(String prefix, @Nullable String after);

    /// The content of an object, which must be closed.
    ///
    /// @throws IOException if the connection breaks; trying again may help
    /// @throws BucketException as above, or if there is no such object
    InputStream open(String key) throws IOException;

    /// Writes an object.
    ///
    /// @throws BucketException if it cannot be written
    void put(String key, byte[] content);

    /// Writes an object with the content of a file.
    ///
    /// @throws BucketException if it cannot be written
    void put(String key, StagedFile file);
}
