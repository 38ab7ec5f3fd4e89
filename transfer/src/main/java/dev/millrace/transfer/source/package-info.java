/// The items in an object that is imported, one after another and never all at once: lines of
/// DynamoDB JSON or of comma-separated values, compressed or not.
@NullMarked
package dev.millrace.transfer.source;

import org.jspecify.annotations.NullMarked;
