/// The Kinesis Client Library 3 and its adapter for DynamoDB Streams, unmodified, against a server
/// whose shards split and roll under it: leases, leader election and metrics live in tables of the
/// same server.
@NullMarked
package dev.millrace.consumers.kcl3;

import org.jspecify.annotations.NullMarked;
