package dev.millrace.expression.syntax;

/// Something written that stands for a value.
public sealed interface OperandSyntax extends SyntaxNode, SetValueSyntax
        permits PathSyntax, ValueSyntax, FunctionSyntax {}
