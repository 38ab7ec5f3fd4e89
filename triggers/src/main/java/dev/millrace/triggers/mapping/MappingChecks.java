package dev.millrace.triggers.mapping;

import dev.millrace.model.error.ApiException;
import dev.millrace.triggers.filter.RecordFilter;

import java.util.Map;

/// What settings and tags must keep to beyond the form of each.
public final class MappingChecks {
    /// The most filters of a mapping.
    public static final int FILTERS_MAX = 10;

    /// The most tags of a mapping.
    public static final int TAGS_MAX = 50;

    private static final int AGE_SECONDS_MIN = 60;
    private static final int TAG_KEY_CHARS_MAX = 128;
    private static final int TAG_VALUE_CHARS_MAX = 256;

    private MappingChecks() {}

    /// Checks settings and tags, all but the destination.
    ///
    /// @throws ApiException for the first thing that is wrong
    public static void require(EventSourceMapping mapping) {
        require(mapping.settings());
        require(mapping.tags());
        MappingTags.require(mapping.tags(), mapping.settings());
    }

    /// Checks the settings, all but the destination.
    ///
    /// @throws ApiException for the first thing that is wrong
    public static void require(MappingSettings settings) {
        int age = settings.maximumRecordAgeInSeconds();
        if (age >= 0 && age < AGE_SECONDS_MIN) {
            throw LambdaErrors.invalid(
                    "MaximumRecordAgeInSeconds must be -1 or from 60 to 604800, not " + age + ".");
        }
        if (settings.filters().size() > FILTERS_MAX) {
            throw LambdaErrors.invalid("A mapping may have up to " + FILTERS_MAX + " filters.");
        }
        RecordFilter.of(settings.filters());
    }

    /// Checks tags.
    ///
    /// @throws ApiException for the first thing that is wrong
    public static void require(Map<String, String> tags) {
        if (tags.size() > TAGS_MAX) {
            throw LambdaErrors.invalid("A resource may have up to " + TAGS_MAX + " tags.");
        }
        tags.forEach(MappingChecks::require);
    }

    private static void require(String key, String value) {
        if (key.isEmpty() || key.length() > TAG_KEY_CHARS_MAX || key.startsWith("aws:")) {
            throw LambdaErrors.invalid("The tag key is not valid: " + key);
        }
        if (value.length() > TAG_VALUE_CHARS_MAX) {
            throw LambdaErrors.invalid("The value of the tag is too long: " + key);
        }
    }
}
