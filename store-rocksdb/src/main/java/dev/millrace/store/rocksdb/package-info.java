/// The ordered byte store on RocksDB, for data that outlives its process.
///
/// One directory holds one RocksDB database with one column family for each family of the store.
/// RocksDB's write-ahead log makes a batch atomic and durable; its snapshots and iterators are the
/// store's. Everything here guards one border: behind it native memory is freed by hand, and a call
/// with a freed handle takes the whole process down. So every native object sits behind a {@link
/// dev.millrace.store.rocksdb.Gate}, which lets calls pass until the object is closed and frees it
/// only when the last call is out.
///
/// The native library is unpacked from its jar to the temporary directory at each start. A
/// distribution can ship it unpacked and name its directory in the environment variable
/// `ROCKSDB_SHAREDLIB_DIR`.
@NullMarked
package dev.millrace.store.rocksdb;

import org.jspecify.annotations.NullMarked;
