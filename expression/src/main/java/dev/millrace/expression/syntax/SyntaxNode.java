package dev.millrace.expression.syntax;

/// Anything that can stand in parentheses: an operand or a condition.
public sealed interface SyntaxNode permits OperandSyntax, ConditionSyntax {}
