package dev.millrace.expression.ast;

/// One step into a document: to an entry of a map or to an element of a list.
public sealed interface PathStep {
    /// The entry of a map with this name.
    record Entry(String name) implements PathStep {
        @Override
        public String toString() {
            return name;
        }
    }

    /// The element of a list at this position, counted from zero.
    record Element(int index) implements PathStep {
        @Override
        public String toString() {
            return "[" + index + "]";
        }
    }
}
