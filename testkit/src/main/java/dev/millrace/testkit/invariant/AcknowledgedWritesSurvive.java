package dev.millrace.testkit.invariant;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The invariant that no acknowledged write is lost, whatever happened since: every item is as its
/// last acknowledged write left it, or as a later write left it that got no answer.
public final class AcknowledgedWritesSurvive {
    private AcknowledgedWritesSurvive() {}

    /// What contradicts the invariant; empty if it holds.
    ///
    /// @param journal what the clients know
    /// @param items the items found, by key
    public static List<String> violations(AcknowledgementJournal journal, Map<Item, Item> items) {
        List<String> violations = new ArrayList<>();
        for (Item key : journal.keys()) {
            @Nullable Item found = items.get(key);
            if (!journal.possible(key).contains(new AcknowledgementJournal.Write(found))) {
                violations.add(
                        "AcknowledgedWritesSurvive: %s is %s, may be %s"
                                .formatted(
                                        ValueText.format(key),
                                        ValueText.format(found),
                                        texts(journal.possible(key))));
            }
        }
        for (Item key : items.keySet()) {
            if (!journal.keys().contains(key)) {
                violations.add(
                        "AcknowledgedWritesSurvive: "
                                + ValueText.format(key)
                                + " was never written");
            }
        }
        return violations;
    }

    private static List<String> texts(List<AcknowledgementJournal.Write> writes) {
        return writes.stream().map(write -> ValueText.format(write.after())).toList();
    }
}
