package dev.millrace.expression.syntax;

/// A placeholder for a value, with its `:`.
public record ValueSyntax(String placeholder) implements OperandSyntax {}
