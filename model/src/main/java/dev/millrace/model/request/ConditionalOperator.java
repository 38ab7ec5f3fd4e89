package dev.millrace.model.request;

/// How the legacy conditions of a request are joined.
public enum ConditionalOperator {
    AND,
    OR
}
