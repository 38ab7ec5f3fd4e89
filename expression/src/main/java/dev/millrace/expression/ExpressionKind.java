package dev.millrace.expression;

/// The kinds of expression, by the request member that holds each.
enum ExpressionKind {
    CONDITION("ConditionExpression"),
    FILTER("FilterExpression"),
    UPDATE("UpdateExpression"),
    PROJECTION("ProjectionExpression"),
    KEY_CONDITION("KeyConditionExpression"),
    SEARCH_CONDITION("SearchConditionExpression");

    private final String member;

    ExpressionKind(String member) {
        this.member = member;
    }

    /// The name of the request member.
    String member() {
        return member;
    }
}
