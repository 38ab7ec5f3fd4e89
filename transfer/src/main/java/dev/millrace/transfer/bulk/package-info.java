/// Bulk operations, which put the items of a bucket into a table that exists. Each item goes the
/// way of PutItem, so streams and indexes hear of it; how far an operation has come, and what it
/// has to report, is written down in the commits that put its items, so that one that goes on after
/// a crash puts and reports everything once.
@NullMarked
package dev.millrace.transfer.bulk;

import org.jspecify.annotations.NullMarked;
