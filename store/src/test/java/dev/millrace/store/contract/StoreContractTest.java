package dev.millrace.store.contract;

import dev.millrace.store.Family;
import dev.millrace.store.Store;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.util.List;

/// The whole contract. A store passes by a subclass of this class that says how it is opened.
public abstract class StoreContractTest
        implements PointContract,
                BatchContract,
                DropContract,
                ScanContract,
                SnapshotContract,
                CloseContract,
                OracleContract {

    @SuppressWarnings("NullAway.Init") // Set before each test.
    private Store store;

    /// Opens a store: an empty one the first time in a test, the same one again where it keeps
    /// anything.
    protected abstract Store open(List<Family> families);

    /// Whether what was written is found again after closing and opening.
    protected abstract boolean isDurable();

    @BeforeEach
    void openStore() {
        store = open(FAMILIES);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public Store reopenedStore() {
        if (isDurable()) {
            store.close();
            store = open(FAMILIES);
        }
        return store;
    }
}
