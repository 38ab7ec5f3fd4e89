package dev.millrace.store;

import java.util.ServiceLoader;
import java.util.stream.Collectors;

/// A kind of store, found by name among the services on the class path.
public interface StoreProvider {

    /// What this kind of store is called in the configuration: `memory`, `rocksdb`.
    String name();

    /// Opens a store, making whatever of it does not exist yet.
    ///
    /// @throws IllegalArgumentException if the options do not suit this kind of store
    /// @throws StoreLockedException if the directory is held by another store, in this process or
    ///   in another one
    /// @throws StoreException if the storage fails
    Store open(StoreOptions options);

    /// Opens a store that exists for reading alone: every write fails. Families that it does not
    /// have are empty.
    ///
    /// @throws IllegalArgumentException if this kind of store keeps nothing that could be opened
    /// @throws StoreLockedException if the directory is held by another store
    /// @throws DamagedStoreException if what was written is not there as it was
    /// @throws StoreException if the storage fails
    default Store openForReading(StoreOptions options) {
        throw new IllegalArgumentException("the store " + name() + " keeps nothing");
    }

    /// The provider called `name`.
    ///
    /// @throws IllegalArgumentException if there is none; the message names those there are
    static StoreProvider named(String name) {
        return ServiceLoader.load(StoreProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "no store is called " + name + "; known are " + knownNames()));
    }

    private static String knownNames() {
        return ServiceLoader.load(StoreProvider.class).stream()
                .map(provider -> provider.get().name())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
