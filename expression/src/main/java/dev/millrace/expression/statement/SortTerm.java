package dev.millrace.expression.statement;

/// An attribute that items are to be ordered by.
public record SortTerm(String attribute, boolean descending) {}
