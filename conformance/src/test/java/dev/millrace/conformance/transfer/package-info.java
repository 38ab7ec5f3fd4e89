/// Exports and imports of a whole server, through the AWS SDK for Java: what is exported and
/// imported again is the table, into and from a directory and a service that speaks S3, also when
/// the server is killed meanwhile.
@NullMarked
package dev.millrace.conformance.transfer;

import org.jspecify.annotations.NullMarked;
