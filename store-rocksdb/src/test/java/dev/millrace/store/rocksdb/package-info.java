/// Tests of the store on RocksDB: the contract of every store, and what only a store with files can
/// get wrong.
@NullMarked
package dev.millrace.store.rocksdb;

import org.jspecify.annotations.NullMarked;
