package dev.millrace.server.config;

import java.util.Comparator;
import java.util.stream.Stream;

/// The name that was probably meant by one that does not exist.
public final class Suggestion {

    /// How many single-character changes away a name may be and still be worth offering.
    private static final int DISTANCE_MAX = 2;

    private Suggestion() {}

    /// A question to put behind an error, for example ` (did you mean port?)`, or nothing if no
    /// name among `known` is near `name`.
    public static String of(String name, Stream<String> known) {
        return known.filter(other -> distance(name, other) <= DISTANCE_MAX)
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }

    /// The number of characters to insert, remove or replace to make one text the other.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            row = nextRow(row, one.charAt(line - 1), other, line);
        }
        return row[other.length()];
    }

    private static int[] nextRow(int[] above, char character, String other, int line) {
        int[] row = new int[above.length];
        row[0] = line;
        for (int column = 1; column < row.length; column++) {
            int replaced = above[column - 1] + (other.charAt(column - 1) == character ? 0 : 1);
            row[column] = Math.min(replaced, Math.min(above[column], row[column - 1]) + 1);
        }
        return row;
    }
}
