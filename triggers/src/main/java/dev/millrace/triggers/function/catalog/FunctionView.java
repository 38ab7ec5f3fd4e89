package dev.millrace.triggers.function.catalog;

/// A function as one answer shows it.
public record FunctionView(FunctionDefinition definition, Moment moment) {
    /// Which state an answer shows. Changes are carried out at once; their own answers show what
    /// Lambda's do, and later ones that all is done.
    public enum Moment {
        CREATED,
        UPDATED,
        SETTLED
    }
}
