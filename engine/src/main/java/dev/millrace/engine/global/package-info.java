/// The operations on global tables, answered truthfully for a server that is one region: there is
/// no global table, and the legacy version of them (2017.11.29) can no longer be made on AWS either
/// (source: dynamodb-api reference, sections 1 F and 15).
@NullMarked
package dev.millrace.engine.global;

import org.jspecify.annotations.NullMarked;
