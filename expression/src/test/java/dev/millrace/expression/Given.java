package dev.millrace.expression;

import dev.millrace.expression.notation.Notation;

import org.jspecify.annotations.Nullable;

/// Short ways to make expressions in tests.
final class Given {
    private static final ExpressionParser PARSER = new ExpressionParser();

    private Given() {}

    static RequestExpressions expressions(@Nullable String attributes) {
        return new RequestExpressions(PARSER, Notation.attributes(attributes));
    }

    static Condition condition(String text, @Nullable String attributes) {
        RequestExpressions expressions = expressions(attributes);
        Condition condition = expressions.condition(text);
        expressions.requireAllUsed();
        return condition;
    }

    static Condition filter(String text, @Nullable String attributes) {
        RequestExpressions expressions = expressions(attributes);
        Condition filter = expressions.filter(text);
        expressions.requireAllUsed();
        return filter;
    }

    static Update update(String text, @Nullable String attributes) {
        RequestExpressions expressions = expressions(attributes);
        Update update = expressions.update(text);
        expressions.requireAllUsed();
        return update;
    }
}
