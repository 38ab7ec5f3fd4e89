/// Buckets: folders of a directory, or those of a service that speaks S3.
///
/// What is read is a stream and what is written is a file on this machine first, so nothing is ever
/// in memory as a whole. An object is there whole or not at all.
@NullMarked
package dev.millrace.transfer.bucket;

import org.jspecify.annotations.NullMarked;
