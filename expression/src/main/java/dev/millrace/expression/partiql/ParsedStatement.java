package dev.millrace.expression.partiql;

/// A statement as it was read.
///
/// @param term usually a [Statement]; anything else is well formed and not supported
/// @param parameters how many `?` it has
public record ParsedStatement(Term term, int parameters) {}
