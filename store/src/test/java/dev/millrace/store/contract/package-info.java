/// What every store must do, written once and run on each of them.
///
/// Each interface here is one subject of the contract and brings its tests; {@link
/// dev.millrace.store.contract.StoreContractTest} gathers them. The module of a store extends that
/// class and says how to open one.
@NullMarked
package dev.millrace.store.contract;

import org.jspecify.annotations.NullMarked;
