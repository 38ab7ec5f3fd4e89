package dev.millrace.conformance.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/// What an expectation may write for a value that cannot be foreseen: `<uuid>`, or `<uuid: name>`
/// to remember it.
enum Placeholder {
    /// Anything at all; inside a text, any characters.
    ANY(".*"),
    /// A text that is not empty.
    TEXT(".+"),
    /// A number.
    NUMBER("-?[0-9.]+"),
    /// A moment, in seconds since 1970, maybe with a fraction.
    SECONDS("[1-9][0-9]{9}(\\.[0-9]+)?"),
    /// A moment in whole seconds.
    WHOLE_SECONDS("[1-9][0-9]{9}"),
    /// A UUID.
    UUID("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    /// The label of a stream.
    LABEL("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}"),
    /// The sequence number of a stream record.
    SEQUENCE_NUMBER("[1-9][0-9]{20,39}"),
    /// The id of a shard.
    SHARD_ID("shardId-[0-9]{20}-[0-9a-f]{8}"),
    /// What tells a backup from others of its table.
    BACKUP_ID("[0-9]{14}-[0-9a-f]{8}"),
    /// The id of a stream record.
    EVENT_ID("[0-9a-f]{32}"),
    /// A shard iterator.
    ITERATOR(".{1,2048}");

    private final String pattern;

    Placeholder(String pattern) {
        this.pattern = pattern;
    }

    /// The regular expression for what it stands for.
    String pattern() {
        return pattern;
    }

    /// Whether it may stand for a value that is not a text.
    boolean isForMoreThanText() {
        return this == ANY || this == NUMBER || this == SECONDS || this == WHOLE_SECONDS;
    }

    /// Whether a text can be what it stands for.
    boolean isForText() {
        return this != NUMBER && this != SECONDS && this != WHOLE_SECONDS;
    }

    /// The name in scripts.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Finds the placeholders in a text: group 1 is the word, group 2 the name or null.
    static Pattern finder() {
        StringBuilder words = new StringBuilder();
        for (Placeholder each : values()) {
            words.append(words.isEmpty() ? "" : "|").append(each.word());
        }
        return Pattern.compile("<(" + words + ")(?:: (\\w+))?>");
    }

    /// The placeholder with this word.
    static Placeholder of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
