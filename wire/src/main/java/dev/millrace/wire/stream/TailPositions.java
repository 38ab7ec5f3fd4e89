package dev.millrace.wire.stream;

import dev.millrace.model.error.ApiException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The positions of a reader in all shards that it is reading, as one text: for each shard its id,
/// a colon and a sequence number, separated by commas. Such a text is the id of each event of a
/// stream's tail.
public final class TailPositions {
    /// The most shards that one text may name.
    public static final int SHARDS_MAX = 1_000;

    private static final Pattern POSITION = Pattern.compile("([A-Za-z0-9-]{28,65}):([0-9]{21,40})");

    private TailPositions() {}

    /// Reads the positions: sequence numbers by shard id.
    ///
    /// @throws ApiException ValidationException if the text is none of ours
    public static Map<String, String> parse(String text) {
        Map<String, String> positions = new LinkedHashMap<>();
        for (String part : text.strip().split(",", SHARDS_MAX + 1)) {
            Matcher position = POSITION.matcher(part);
            if (!position.matches()) {
                throw invalid(text);
            }
            positions.put(position.group(1), position.group(2));
        }
        return positions;
    }

    private static ApiException invalid(String text) {
        return ApiException.validation(
                "Invalid Last-Event-ID: '"
                        + text
                        + "' is not the id of an event; one looks like"
                        + " shardId-00000000000000000000-00000000:100000000000000000000,…");
    }
}
