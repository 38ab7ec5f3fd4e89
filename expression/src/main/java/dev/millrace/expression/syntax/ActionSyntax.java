package dev.millrace.expression.syntax;

/// One action of an update as written.
public sealed interface ActionSyntax {
    /// Where the action happens.
    PathSyntax path();

    /// An action of the `SET` section.
    record Set(PathSyntax path, SetValueSyntax value) implements ActionSyntax {}

    /// An action of the `REMOVE` section.
    record Remove(PathSyntax path) implements ActionSyntax {}

    /// An action of the `ADD` section.
    record Add(PathSyntax path, ValueSyntax value) implements ActionSyntax {}

    /// An action of the `DELETE` section.
    record Delete(PathSyntax path, ValueSyntax value) implements ActionSyntax {}
}
