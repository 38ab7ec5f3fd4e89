package dev.millrace.cli.trigger;

import dev.millrace.control.DeadLetterReport;

import java.util.Optional;

/// How the commands call a batch that was given up: mapping, shard and first sequence number, with
/// slashes between them.
record BatchName(String mapping, String shard, String first) {
    private static final int PARTS = 3;

    static BatchName of(DeadLetterReport letter) {
        return new BatchName(letter.mapping(), letter.shard(), letter.first());
    }

    /// Reads a name; nothing if it is none.
    static Optional<BatchName> parse(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == PARTS
                ? Optional.of(new BatchName(parts[0], parts[1], parts[2]))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return mapping + "/" + shard + "/" + first;
    }
}
