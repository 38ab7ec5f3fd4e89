package dev.millrace.expression.partiql;

/// Where a piece of a statement stands: its line and column, counted from 1, and its length in
/// characters.
///
/// Any two places are equal: where something was written is no part of what was written, and two
/// trees are equal if they say the same.
public record Place(int line, int column, int length) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Place;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    /// The place as AWS prints it: `1:8:5`.
    @Override
    public String toString() {
        return line + ":" + column + ":" + length;
    }
}
