package dev.millrace.control;

import dev.millrace.wire.JsonInput;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the answers of the control API.
final class Answers {
    private static final String SHARDS = "shards";
    private static final String STORED_BYTES = "storedBytes";

    private Answers() {}

    /// The text of one member of an answer; empty if it is missing.
    static String text(byte[] body, String name) {
        return new JsonInput(body, 0, body.length)
                .document(input -> {
                    String found = "";
                    while (input.nextMember()) {
                        if (input.name().equals(name)) {
                            found = input.text();
                        } else {
                            input.skip();
                        }
                    }
                    return found;
                });
    }

    static ShardTree tree(byte[] body) {
        return new JsonInput(body, 0, body.length).document(Answers::tree);
    }

    private static ShardTree tree(JsonInput input) {
        Map<String, String> texts = new HashMap<>();
        List<ControlledShard> shards = new ArrayList<>();
        while (input.nextMember()) {
            if (input.name().equals(SHARDS)) {
                input.enterList();
                while (input.nextElement()) {
                    shards.add(shard(input));
                }
            } else {
                texts.put(input.name(), input.text());
            }
        }
        return new ShardTree(required(texts, "stream"), required(texts, "status"), shards);
    }

    private static ControlledShard shard(JsonInput input) {
        Map<String, String> texts = new HashMap<>();
        long storedBytes = 0;
        input.enterElement("Shard");
        while (input.nextMember()) {
            if (input.name().equals(STORED_BYTES)) {
                storedBytes = input.longInteger();
            } else {
                texts.put(input.name(), input.text());
            }
        }
        String closed = texts.get("closed");
        return new ControlledShard(
                required(texts, "shard"),
                texts.get("parent"),
                required(texts, "firstHash"),
                required(texts, "lastHash"),
                Instant.parse(required(texts, "opened")),
                closed == null ? null : Instant.parse(closed),
                storedBytes);
    }

    private static String required(Map<String, String> texts, String name) {
        String text = texts.get(name);
        if (text == null) {
            throw new IllegalStateException("the answer of the server lacks " + name);
        }
        return text;
    }
}
