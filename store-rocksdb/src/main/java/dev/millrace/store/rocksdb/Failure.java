package dev.millrace.store.rocksdb;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreFullException;

import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

import java.io.IOException;
import java.util.List;

/// Turns what RocksDB and the file system report into the store's exception: damage, lack of room,
/// or anything else.
final class Failure {

    /// How POSIX systems say that there is no room, which Java has no type for.
    private static final List<String> NO_SPACE = List.of("No space left", "quota exceeded");

    private Failure() {}

    static StoreException of(String message, RocksDBException cause) {
        Status status = cause.getStatus();
        if (status == null) {
            return new StoreException(message, cause);
        }
        StoreException failure = ofKind(message, status, cause);
        failure.with("code", status.getCode()).with("subCode", status.getSubCode());
        String detail = status.getState();
        return detail == null ? failure : failure.with("detail", detail);
    }

    static StoreException of(String message, IOException cause) {
        String detail = String.valueOf(cause.getMessage());
        return NO_SPACE.stream().anyMatch(detail::contains)
                ? new StoreFullException(message, cause)
                : new StoreException(message, cause);
    }

    private static StoreException ofKind(String message, Status status, RocksDBException cause) {
        if (status.getCode() == Status.Code.Corruption) {
            return new DamagedStoreException(message, cause);
        }
        return status.getSubCode() == Status.SubCode.NoSpace
                ? new StoreFullException(message, cause)
                : new StoreException(message, cause);
    }
}
