package dev.millrace.expression.syntax;

import dev.millrace.expression.ast.ArithmeticOperator;

/// A sum or difference of two operands.
public record ArithmeticSyntax(ArithmeticOperator operator, OperandSyntax left, OperandSyntax right)
        implements SetValueSyntax {}
