package dev.millrace.store.rocksdb;

import dev.millrace.store.DamagedStoreException;
import dev.millrace.store.StoreException;

import org.jspecify.annotations.Nullable;

/// The damage that a store has come upon. Safe for many threads.
final class Damage {

    private volatile @Nullable DamagedStoreException first;

    /// Keeps `failure` if it is damage, and returns it.
    StoreException noted(StoreException failure) {
        if (failure instanceof DamagedStoreException damage && first == null) {
            first = damage;
        }
        return failure;
    }

    /// What was found first; null if nothing was.
    @Nullable DamagedStoreException found() {
        return first;
    }

    /// Refuses to go on writing to a damaged store.
    ///
    /// @throws DamagedStoreException if damage was found
    void requireNone() {
        DamagedStoreException found = first;
        if (found != null) {
            throw new DamagedStoreException("the store is damaged and takes no writes", found);
        }
    }
}
