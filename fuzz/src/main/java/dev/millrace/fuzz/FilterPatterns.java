package dev.millrace.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;
import dev.millrace.triggers.filter.RecordFilter;

import java.util.List;

/// Patterns of event filters.
public final class FilterPatterns {
    private static final Binary RECORD =
            Binary.of(
                    """
                    {"eventName": "INSERT", "dynamodb": {"Keys": {"pk": {"S": "a"}},
                     "NewImage": {"n": {"N": "1"}, "l": {"L": [{"S": "x"}]}}}}
                    """
                            .getBytes(UTF_8));

    private FilterPatterns() {}

    /// Makes a filter of a text and lets a record through it; whatever the text, it is a pattern or
    /// a refused one.
    public static void fuzzerTestOneInput(byte[] data) {
        try {
            RecordFilter.of(List.of(new String(data, UTF_8))).passes(RECORD);
        } catch (ApiException refused) {
            Promises.isOfClient(refused);
        }
    }
}
