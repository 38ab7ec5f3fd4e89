/// The ordered byte store that everything durable is kept in.
///
/// A store holds a few {@link dev.millrace.store.Family families}, each an ordered space of byte
/// keys. It offers five things and no more: point reads, range scans through a {@link
/// dev.millrace.store.Cursor}, unchanging {@link dev.millrace.store.Snapshot snapshots}, one atomic
/// {@link dev.millrace.store.WriteBatch}, and a size estimate. It knows nothing of items, tables or
/// streams: what the bytes mean is the business of the engine's keyspace. Implementations are found
/// by name through {@link dev.millrace.store.StoreProvider}; the one in memory lives in this
/// module, the one on RocksDB in its own.
///
/// Keys are compared as unsigned bytes, a key before every longer key that it begins. Byte arrays
/// are never copied at this boundary: an array handed to a store or a batch must not be changed
/// afterwards, and neither must one that a store hands out.
@NullMarked
package dev.millrace.store;

import org.jspecify.annotations.NullMarked;
