/// The codecs of the operations on items: PutItem, GetItem, UpdateItem, DeleteItem, the two
/// batches, Query and Scan.
///
/// Each codec is one table of members and the way from fields to the request's record. What they
/// have in common is in `ItemMembers`; the legacy parameters are in `ExpectedMembers`,
/// `AttributeUpdateMembers` and `ConditionMembers`, that they are not mixed with expressions is
/// seen to by `ParameterStyle`; the wire form of consumed capacity in `CapacityJson`.
@NullMarked
package dev.millrace.wire.item;

import org.jspecify.annotations.NullMarked;
