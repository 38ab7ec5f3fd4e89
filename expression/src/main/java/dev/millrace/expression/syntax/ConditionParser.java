package dev.millrace.expression.syntax;

import dev.millrace.expression.ast.ComparisonOperator;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Reads conditions, filters and key conditions.
///
/// A parenthesis may begin an operand or a condition, and which one is only known at its end. So
/// the methods for both return a [SyntaxNode], and whoever needs one of the two asks for it.
public final class ConditionParser {
    // Each further level of needed parentheses takes an operator, and functions take one more.
    private static final int DEPTH_MAX = 310;
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "between", "in");
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "attribute_exists",
                    "attribute_not_exists",
                    "attribute_type",
                    "begins_with",
                    "contains",
                    "size");
    private static final List<Findings.Kind> ORDER =
            List.of(
                    Findings.Kind.REDUNDANT_PARENTHESES,
                    Findings.Kind.UNKNOWN_FUNCTION,
                    Findings.Kind.MISPLACED_FUNCTION,
                    Findings.Kind.RESERVED_WORD);

    /// A node and whether it stood in parentheses.
    private record Primary(SyntaxNode node, boolean isGrouped) {}

    private final TokenReader tokens;
    private final Findings findings = new Findings();
    private final PathParser paths;
    private int depth;

    private ConditionParser(String text) {
        tokens = new TokenReader(text);
        paths = new PathParser(tokens, findings, KEYWORDS);
    }

    /// Reads a whole condition.
    ///
    /// @throws InvalidExpressionException if the text is no condition
    public static ConditionSyntax parse(String text) {
        ConditionParser parser = new ConditionParser(text);
        ConditionSyntax condition = parser.requireCondition(parser.parseOr());
        parser.tokens.require(TokenType.END);
        parser.findings.report(ORDER);
        return condition;
    }

    private Primary parseOr() {
        return parseChain("OR", this::parseAnd, ConditionSyntax.Or::new);
    }

    private Primary parseAnd() {
        return parseChain("AND", this::parseNot, ConditionSyntax.And::new);
    }

    private Primary parseChain(String word, Supplier<Primary> term, Chain chain) {
        Primary first = term.get();
        if (!tokens.isAtWord(word)) {
            return first;
        }
        List<ConditionSyntax> terms = new ArrayList<>();
        terms.add(requireCondition(first));
        while (tokens.skipWord(word)) {
            findings.countOperator();
            terms.add(requireCondition(term.get()));
        }
        return new Primary(chain.of(List.copyOf(terms)), false);
    }

    private Primary parseNot() {
        int negations = 0;
        while (tokens.skipWord("NOT")) {
            findings.countOperator();
            negations++;
        }
        Primary primary = parseComparison();
        if (negations == 0) {
            return primary;
        }
        ConditionSyntax condition = requireCondition(primary);
        if (negations > DEPTH_MAX) {
            throw nestedTooDeeply();
        }
        for (int i = 0; i < negations; i++) {
            condition = new ConditionSyntax.Not(condition);
        }
        return new Primary(condition, false);
    }

    private Primary parseComparison() {
        Primary left = parsePrimary();
        Token token = tokens.peek();
        if (token.type() == TokenType.COMPARISON) {
            return new Primary(parseComparison(requireOperand(left)), false);
        }
        if (token.isWord("BETWEEN")) {
            return new Primary(parseBetween(requireOperand(left)), false);
        }
        if (token.isWord("IN")) {
            return new Primary(parseIn(requireOperand(left)), false);
        }
        return left;
    }

    private ConditionSyntax parseComparison(OperandSyntax left) {
        ComparisonOperator operator = comparison(tokens.read().text());
        findings.countOperator();
        return new ConditionSyntax.Comparison(operator, left, parseOperand());
    }

    private ConditionSyntax parseBetween(OperandSyntax operand) {
        tokens.read();
        findings.countOperator();
        OperandSyntax lower = parseOperand();
        if (!tokens.skipWord("AND")) {
            throw tokens.unexpected();
        }
        return new ConditionSyntax.Between(operand, lower, parseOperand());
    }

    private ConditionSyntax parseIn(OperandSyntax operand) {
        tokens.read();
        findings.countOperator();
        tokens.require(TokenType.LEFT_PARENTHESIS);
        List<OperandSyntax> candidates = parseOperands();
        return new ConditionSyntax.In(operand, candidates);
    }

    private OperandSyntax parseOperand() {
        return requireOperand(parsePrimary());
    }

    private List<OperandSyntax> parseOperands() {
        List<OperandSyntax> operands = new ArrayList<>();
        do {
            operands.add(parseOperand());
        } while (tokens.skip(TokenType.COMMA));
        tokens.require(TokenType.RIGHT_PARENTHESIS);
        return List.copyOf(operands);
    }

    private Primary parsePrimary() {
        return switch (tokens.peek().type()) {
            case LEFT_PARENTHESIS -> parseGroup();
            case VALUE_PLACEHOLDER -> new Primary(new ValueSyntax(tokens.read().text()), false);
            case IDENTIFIER, NAME_PLACEHOLDER ->
                    new Primary(isAtFunction() ? parseFunction() : paths.parsePath(), false);
            case INTEGER,
                    RIGHT_PARENTHESIS,
                    LEFT_BRACKET,
                    RIGHT_BRACKET,
                    COMMA,
                    DOT,
                    PLUS,
                    MINUS,
                    COMPARISON,
                    UNKNOWN,
                    END ->
                    throw tokens.unexpected();
        };
    }

    private Primary parseGroup() {
        enter();
        tokens.require(TokenType.LEFT_PARENTHESIS);
        Primary inner = parseOr();
        tokens.require(TokenType.RIGHT_PARENTHESIS);
        depth--;
        if (inner.isGrouped()) {
            findings.redundantParentheses();
        }
        if (inner.node() instanceof PathSyntax path && paths.isAtRest()) {
            return new Primary(paths.parseRestOf(path), false);
        }
        return new Primary(inner.node(), true);
    }

    private boolean isAtFunction() {
        return tokens.isAt(TokenType.IDENTIFIER)
                && tokens.isFollowedBy(TokenType.LEFT_PARENTHESIS)
                && !paths.isAtKeyword();
    }

    private FunctionSyntax parseFunction() {
        String name = tokens.read().text();
        if (!FUNCTIONS.contains(name)) {
            findings.unknownFunction(name);
        }
        enter();
        tokens.require(TokenType.LEFT_PARENTHESIS);
        List<OperandSyntax> operands = parseOperands();
        depth--;
        return new FunctionSyntax(name, operands);
    }

    private void enter() {
        depth++;
        if (depth > DEPTH_MAX) {
            throw nestedTooDeeply();
        }
    }

    private InvalidExpressionException nestedTooDeeply() {
        return tokens.isUnbalanced() ? tokens.unexpectedEnd() : findings.nestedTooDeeply(ORDER);
    }

    private ConditionSyntax requireCondition(Primary primary) {
        if (primary.node() instanceof FunctionSyntax function && function.name().equals("size")) {
            findings.misplacedFunction(function.name());
        }
        if (primary.node() instanceof ConditionSyntax condition) {
            return condition;
        }
        throw tokens.unexpected();
    }

    private OperandSyntax requireOperand(Primary primary) {
        if (primary.node() instanceof FunctionSyntax function && !function.name().equals("size")) {
            findings.misplacedFunction(function.name());
        }
        if (primary.node() instanceof OperandSyntax operand) {
            return operand;
        }
        throw tokens.unexpected();
    }

    private static ComparisonOperator comparison(String sign) {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (operator.sign().equals(sign)) {
                return operator;
            }
        }
        throw new IllegalStateException("token is no comparison");
    }

    /// Makes a chain of its terms.
    private interface Chain {
        ConditionSyntax of(List<ConditionSyntax> terms);
    }
}
