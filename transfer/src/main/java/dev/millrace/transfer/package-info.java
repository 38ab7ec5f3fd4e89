/// Exports of tables into buckets and imports of tables from them, as jobs that go on in the
/// background and survive a restart; and the changes that are sent to Kinesis streams. What stands
/// for a bucket and who has the streams is said by the server's options.
@NullMarked
package dev.millrace.transfer;

import org.jspecify.annotations.NullMarked;
