/// The codecs of the operations on tables: CreateTable, DescribeTable, ListTables, UpdateTable and
/// DeleteTable.
///
/// Members of tables that Millrace does not have yet, such as indexes and encryption keys, are
/// declared here as unsupported: each line of those lists goes when its feature comes.
@NullMarked
package dev.millrace.wire.table;

import org.jspecify.annotations.NullMarked;
