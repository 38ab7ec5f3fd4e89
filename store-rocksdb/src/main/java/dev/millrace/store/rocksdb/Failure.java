package dev.millrace.store.rocksdb;

import dev.millrace.store.StoreException;

import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/// Turns what RocksDB reports into the store's exception.
final class Failure {

    private Failure() {}

    static StoreException of(String message, RocksDBException cause) {
        StoreException failure = new StoreException(message, cause);
        Status status = cause.getStatus();
        return status == null
                ? failure
                : failure.with("code", status.getCode()).with("subCode", status.getSubCode());
    }
}
