/// Exports of tables into buckets and imports of tables from them, as jobs that go on in the
/// background and survive a restart. What stands for a bucket is said by the server's options.
@NullMarked
package dev.millrace.transfer;

import org.jspecify.annotations.NullMarked;
