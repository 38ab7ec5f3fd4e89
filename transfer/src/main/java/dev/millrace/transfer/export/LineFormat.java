package dev.millrace.transfer.export;

import dev.millrace.model.transfer.ExportFormat;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

/// How the lines of an export are written. Each takes the place of the one before.
interface LineFormat {
    /// The format that was asked for.
    static LineFormat of(ExportFormat format) {
        return switch (format) {
            case DYNAMODB_JSON -> new JsonLine();
            case ION -> new IonLine();
        };
    }

    /// Writes an item.
    void write(Item item);

    /// Writes what has become of an item.
    ///
    /// @param micros when it was changed last, microseconds since 1970
    /// @param oldImage null for none, or if it is not wanted
    /// @param newImage null for none
    void write(long micros, Item keys, @Nullable Item oldImage, @Nullable Item newImage);

    /// The line, without its end; more may stand behind [#length].
    byte[] array();

    /// How many bytes it has.
    int length();
}
