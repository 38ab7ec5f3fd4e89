/// The Kinesis Client Library 1 and its adapter for DynamoDB Streams, unmodified, against a server
/// whose shards split and roll under it: what most programs that read a table's stream today were
/// built with.
@NullMarked
package dev.millrace.consumers.kcl1;

import org.jspecify.annotations.NullMarked;
