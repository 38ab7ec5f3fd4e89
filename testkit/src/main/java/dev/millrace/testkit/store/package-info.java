/// A store on a disk that cannot be relied on, for simulations.
///
/// The disk fails when chance, which a seed decides, says so, and forgets what was not synced when
/// the power goes. What it never does is to keep half a batch: that is the promise of every store,
/// and a matter for the tests of the stores themselves.
@NullMarked
package dev.millrace.testkit.store;

import org.jspecify.annotations.NullMarked;
