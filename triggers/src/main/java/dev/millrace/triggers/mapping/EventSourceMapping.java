package dev.millrace.triggers.mapping;

import dev.millrace.triggers.function.FunctionName;

import java.time.Instant;
import java.util.Map;

/// A stream, a function, and how the one is fed to the other.
///
/// @param uuid its name, in the usual form of UUIDs
/// @param eventSourceArn the stream
public record EventSourceMapping(
        String uuid,
        String eventSourceArn,
        FunctionName function,
        StartingPosition startingPosition,
        MappingSettings settings,
        Instant lastModified,
        Map<String, String> tags) {
    /// Whether its functions get tokens for transactions that count exactly once.
    public boolean isExactlyOnce() {
        return MappingTags.isExactlyOnce(tags);
    }

    /// The mapping with another function and other settings, changed at `moment`.
    public EventSourceMapping with(
            FunctionName otherFunction, MappingSettings otherSettings, Instant moment) {
        return new EventSourceMapping(
                uuid, eventSourceArn, otherFunction, startingPosition, otherSettings, moment, tags);
    }

    /// The mapping with other tags.
    public EventSourceMapping withTags(Map<String, String> otherTags) {
        return new EventSourceMapping(
                uuid,
                eventSourceArn,
                function,
                startingPosition,
                settings,
                lastModified,
                otherTags);
    }
}
