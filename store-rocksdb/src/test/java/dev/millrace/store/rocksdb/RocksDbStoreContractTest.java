package dev.millrace.store.rocksdb;

import dev.millrace.store.Family;
import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;
import dev.millrace.store.contract.StoreContractTest;

import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

class RocksDbStoreContractTest extends StoreContractTest {

    @SuppressWarnings("NullAway.Init") // Set before each test.
    @TempDir
    private Path directory;

    @Override
    protected Store open(List<Family> families) {
        return StoreProvider.named("rocksdb").open(StoreOptions.at(directory, families));
    }

    @Override
    protected boolean isDurable() {
        return true;
    }
}
