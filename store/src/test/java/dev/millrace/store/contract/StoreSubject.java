package dev.millrace.store.contract;

import dev.millrace.store.Durability;
import dev.millrace.store.Family;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;

import java.util.List;

/// The store that a contract is tested on: opened empty for each test, with the families named
/// here.
public interface StoreSubject {

    Family ROWS = new Family("rows", Family.Use.ROWS);
    Family RECORDS = new Family("records", Family.Use.RECORDS);
    Family PASSING = new Family("passing", Family.Use.PASSING_RECORDS);
    List<Family> FAMILIES = List.of(ROWS, RECORDS, PASSING);

    /// The open store.
    Store store();

    /// Closes the store and opens it again where it keeps anything; the same store where it does
    /// not.
    Store reopenedStore();

    default void write(WriteBatch batch) {
        store().write(batch, Durability.RELAXED);
    }

    /// Puts pairs written as `key=value` into the rows.
    default void putRows(String... pairs) {
        WriteBatch batch = new WriteBatch();
        for (String pair : pairs) {
            int middle = pair.indexOf('=');
            batch.put(
                    ROWS,
                    Texts.bytes(pair.substring(0, middle)),
                    Texts.bytes(pair.substring(middle + 1)));
        }
        write(batch);
    }
}
