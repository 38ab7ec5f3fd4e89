package dev.millrace.store.contract;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random lists of operations give the same answers as sorted maps do.
public interface OracleContract extends StoreSubject {

    int OPERATIONS = 400;
    int OPERATIONS_BETWEEN_REOPENS = 90;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2026, 1122, 65537, -1})
    default void randomOperationsAgreeWithSortedMaps(long seed) {
        OracleComparison comparison = new OracleComparison(seed);
        for (int i = 1; i <= OPERATIONS; i++) {
            comparison.step(store());
            if (i % OPERATIONS_BETWEEN_REOPENS == 0) {
                comparison.closeSnapshots();
                reopenedStore();
            }
        }
        comparison.compareAll(store());
        comparison.closeSnapshots();
    }
}
