/// What a statement of PartiQL comes to on its table or index: whether its condition names keys,
/// and so which rows a SELECT reads and which item a write is about.
///
/// A condition names keys by its form alone. It is taken apart into branches, joined by `OR`; if
/// each of them demands one partition key, the read is as many queries, otherwise it is a scan with
/// the condition as its filter.
@NullMarked
package dev.millrace.engine.statement;

import org.jspecify.annotations.NullMarked;
