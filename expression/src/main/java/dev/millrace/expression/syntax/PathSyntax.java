package dev.millrace.expression.syntax;

import java.util.List;

/// A document path as written.
public record PathSyntax(List<Segment> segments) implements OperandSyntax {
    /// A part of a path.
    public sealed interface Segment {}

    /// A name written out.
    public record Name(String name) implements Segment {}

    /// A placeholder for a name, with its `#`.
    public record Placeholder(String placeholder) implements Segment {}

    /// A position in a list.
    public record Index(int index) implements Segment {}
}
