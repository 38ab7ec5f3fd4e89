package dev.millrace.expression.syntax;

import java.util.List;

/// A call of a known function, with any number of operands.
public record FunctionSyntax(String name, List<OperandSyntax> operands)
        implements OperandSyntax, ConditionSyntax {}
