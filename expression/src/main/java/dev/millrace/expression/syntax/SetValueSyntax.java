package dev.millrace.expression.syntax;

/// The right-hand side of a `SET` action as written.
public sealed interface SetValueSyntax permits OperandSyntax, ArithmeticSyntax {}
