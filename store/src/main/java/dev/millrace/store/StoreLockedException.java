package dev.millrace.store;

import java.nio.file.Path;

/// The refusal to open a directory that another open store holds, in this process or in another
/// one. Nothing was changed.
public class StoreLockedException extends StoreException {

    public StoreLockedException(Path directory) {
        super("the store directory is held by another open store");
        with("directory", directory);
    }

    public StoreLockedException(Path directory, Throwable cause) {
        super("the store directory is held by another open store", cause);
        with("directory", directory);
    }
}
