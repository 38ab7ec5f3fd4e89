package dev.millrace.conformance.crash;

import dev.millrace.model.stream.StreamRecord;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.stream.StreamContent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The writes that were acknowledged, each by a name of its own: every one of them must have
/// exactly one record, and so must every write without an answer that was carried out.
///
/// This asks more than that the replayed stream equals the table, which a lost pair of records that
/// cancel each other would not disturb.
final class AcknowledgedVersions {
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /// Notes the acknowledgement of a write that left the item with this version.
    void written(long version) {
        acknowledged.add("written " + version);
    }

    /// Notes the acknowledgement of a delete of the item that had this version.
    void deleted(long version) {
        acknowledged.add("deleted " + version);
    }

    /// How many there are.
    int count() {
        return acknowledged.size();
    }

    /// What contradicts the promise; empty if it is kept.
    List<String> violations(StreamContent stream) {
        Map<String, Integer> records = new HashMap<>();
        stream.records().forEach(record -> records.merge(nameOf(record), 1, Integer::sum));
        List<String> violations = new ArrayList<>();
        records.forEach((name, count) -> {
            if (count > 1) {
                violations.add(name + " has " + count + " records");
            }
        });
        for (String name : acknowledged) {
            if (!records.containsKey(name)) {
                violations.add(name + " was acknowledged and has no record");
            }
        }
        return violations;
    }

    private static String nameOf(StreamRecord record) {
        return switch (record.eventName()) {
            case INSERT, MODIFY -> "written " + version(record.newImage());
            case REMOVE -> "deleted " + version(record.oldImage());
        };
    }

    private static String version(@Nullable Item image) {
        AttributeValue version = image == null ? null : image.attributes().get(CrashTable.VERSION);
        return version instanceof AttributeValue.N(var number) ? number.toString() : "none";
    }
}
