package dev.millrace.engine.keyspace;

import dev.millrace.store.Durability;
import dev.millrace.store.Reader;
import dev.millrace.store.Store;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleReader;
import dev.millrace.store.tuple.TupleWriter;

/// The version of everything that is stored. It is raised by each change that an older server would
/// misread.
///
/// | version | since | change |
/// |---|---|---|
/// | 1 | 0.1 | the first |
/// | 2 | 0.1 | entries of secondary indexes, expiry rows, leftovers: a server that does not know them would let them go stale |
/// | 3 | 0.1 | histories and backups: a server that does not know them would leave gaps in them |
/// | 4 | 0.1 | Kinesis destinations and their outboxes: a server that does not know them would leave changes out |
///
/// A store of an earlier version is taken as it is, since this version reads all its rows, and
/// marked with the current one.
public final class FormatVersion {
    /// The version that this code writes.
    public static final long CURRENT = 4;

    private FormatVersion() {}

    /// Checks the version of a store that was just opened, and marks a new store with the current
    /// one.
    ///
    /// @throws NewerFormatException if a later version of Millrace wrote the store; nothing is
    ///   changed
    public static void require(Store store) {
        long found = requireKnown(store);
        if (found < CURRENT) {
            mark(store);
        }
    }

    /// Checks the version of a store that is only read, and returns it; 0 for a new store.
    ///
    /// @throws NewerFormatException if a later version of Millrace wrote the store
    public static long requireKnown(Reader store) {
        byte[] found = store.get(Keyspace.META, Keyspace.formatKey());
        long version = found == null ? 0 : new TupleReader(found).uint32();
        if (version > CURRENT) {
            throw new NewerFormatException(version);
        }
        return version;
    }

    private static void mark(Store store) {
        byte[] version = new TupleWriter().uint32(CURRENT).toByteArray();
        store.write(
                new WriteBatch().put(Keyspace.META, Keyspace.formatKey(), version),
                Durability.SYNC);
    }
}
