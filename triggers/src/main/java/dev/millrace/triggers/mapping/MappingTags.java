package dev.millrace.triggers.mapping;

import java.util.Map;

/// Tags of a mapping that mean something to this server, beside those that are only kept. Options
/// that Lambda does not have are tags, so that every SDK can set them.
public final class MappingTags {
    /// Whether functions get a token for a transaction that counts exactly once: `true` or `false`.
    public static final String EXACTLY_ONCE = "millrace:exactly-once";

    private MappingTags() {}

    /// Whether the tags ask for exactly-once effects.
    public static boolean isExactlyOnce(Map<String, String> tags) {
        return "true".equals(tags.get(EXACTLY_ONCE));
    }

    /// Checks the tags that mean something.
    ///
    /// @throws dev.millrace.model.error.ApiException if one has a value without meaning, or does
    ///   not go with the settings
    static void require(Map<String, String> tags, MappingSettings settings) {
        String value = tags.getOrDefault(EXACTLY_ONCE, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw LambdaErrors.invalid(
                    "The tag " + EXACTLY_ONCE + " must be true or false, not " + value + ".");
        }
        if (isExactlyOnce(tags) && settings.tumblingWindowInSeconds() > 0) {
            throw LambdaErrors.invalid(
                    "A mapping with the tag "
                            + EXACTLY_ONCE
                            + " cannot have tumbling windows: their state is only in the answer of"
                            + " the function.");
        }
    }
}
