package dev.millrace.store.memory;

import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

/// The provider called `memory`. Each store it opens is new and empty; a directory in the options
/// is refused.
public final class InMemoryStoreProvider implements StoreProvider {

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public Store open(StoreOptions options) {
        if (options.directory() != null) {
            throw new IllegalArgumentException("the store in memory keeps no directory");
        }
        return new InMemoryStore(options.families());
    }
}
