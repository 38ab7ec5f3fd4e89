/// The check of a whole store against its own rules, for a store that nobody writes to.
///
/// Everything that the applier writes in one batch belongs together: an item, its entries in the
/// indexes, its row in the expiry index, its stream record, the totals. [StoreVerifier] reads all
/// rows once and says where any of these contradicts another. It trusts nothing that the engine
/// keeps in memory and changes nothing. Each check is a class of its own, and its violations are
/// sentences that name the rows.
@NullMarked
package dev.millrace.engine.verify;

import org.jspecify.annotations.NullMarked;
