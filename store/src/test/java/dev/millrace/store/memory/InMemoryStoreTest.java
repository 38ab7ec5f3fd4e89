package dev.millrace.store.memory;

import dev.millrace.store.Family;
import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;
import dev.millrace.store.contract.StoreContractTest;

import java.util.List;

class InMemoryStoreTest extends StoreContractTest {

    @Override
    protected Store open(List<Family> families) {
        return StoreProvider.named("memory").open(StoreOptions.withoutDirectory(families));
    }

    @Override
    protected boolean isDurable() {
        return false;
    }
}
