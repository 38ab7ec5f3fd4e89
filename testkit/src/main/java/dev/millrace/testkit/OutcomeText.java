package dev.millrace.testkit;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.reference.ExpectedRecord;

import java.util.List;
import java.util.stream.Collectors;

/// Outcomes and stream records as text for failure messages.
final class OutcomeText {
    private OutcomeText() {}

    static String format(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failure(var error, var item, var message, var reasons) ->
                    error.code()
                            + " \""
                            + message
                            + "\" item "
                            + ValueText.format(item)
                            + (reasons.isEmpty() ? "" : " " + reasons);
            case Outcome.Success(var result) -> format(result);
        };
    }

    static String format(List<ExpectedRecord> records) {
        return records.stream()
                .map(OutcomeText::format)
                .collect(Collectors.joining("\n           ", "", ""));
    }

    private static String format(ExpectedRecord record) {
        return "%s new %s old %s size %d %s%s"
                .formatted(
                        record.eventName(),
                        ValueText.format(record.newImage()),
                        ValueText.format(record.oldImage()),
                        record.sizeBytes(),
                        record.viewType(),
                        record.expired() ? " expired" : "");
    }

    private static String format(Result result) {
        return switch (result) {
            case Result.Done _ -> "done";
            case Result.Attributes(var attributes) -> "attributes " + ValueText.format(attributes);
            case Result.Found(var item) -> "item " + ValueText.format(item);
            case Result.Items(var items, var count, var scannedCount, var pages) ->
                    "%d of %d items in %d pages: %s"
                            .formatted(count, scannedCount, pages, texts(items));
            case Result.ItemsByTable(var items) ->
                    items.entrySet().stream()
                            .map(entry -> entry.getKey() + " " + texts(entry.getValue()))
                            .collect(Collectors.joining("; "));
            case Result.Each(var outcomes) ->
                    outcomes.stream()
                            .map(OutcomeText::format)
                            .collect(Collectors.joining("; ", "each: ", ""));
            case Result.ItemsInOrder(var items) ->
                    items.stream()
                            .map(item -> ValueText.format(item.orElse(null)))
                            .collect(Collectors.joining(", ", "[", "]"));
            case Result.Near(var items) ->
                    items.stream()
                            .map(each -> each.score() + " " + ValueText.format(each.item()))
                            .collect(Collectors.joining(", ", "near [", "]"));
            case Result.Description description -> description.toString();
        };
    }

    private static String texts(List<Item> items) {
        return items.stream().map(ValueText::format).collect(Collectors.joining(", ", "[", "]"));
    }
}
