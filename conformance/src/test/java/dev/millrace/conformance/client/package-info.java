/// What users do, done with a real client: the AWS SDK for Java v2 against a server in this
/// process, over HTTP.
///
/// Nothing here knows how Millrace works inside. Every test runs against a server that keeps
/// everything in memory and against one that keeps it on disk. The SDK itself checks the checksum
/// of each answer and refuses what it cannot parse, and it is told not to repeat failed calls, so a
/// fault of the protocol fails the test that met it.
@NullMarked
package dev.millrace.conformance.client;

import org.jspecify.annotations.NullMarked;
