package dev.millrace.testkit.invariant;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;

import java.util.ArrayList;
import java.util.List;

/// The invariant that the pages of a query, one after another, are what the query answers without a
/// limit; and that no page evaluates more items than its limit.
public final class PagesTogetherEqualTheWholeQuery {
    private PagesTogetherEqualTheWholeQuery() {}

    /// What contradicts the invariant; empty if it holds.
    ///
    /// @param pages the items of each page, in the order in which the pages were read
    /// @param limit the limit of each page
    /// @param whole the items of the query without a limit
    public static List<String> violations(List<List<Item>> pages, int limit, List<Item> whole) {
        List<String> violations = new ArrayList<>();
        List<Item> together = pages.stream().flatMap(List::stream).toList();
        if (!together.equals(whole)) {
            violations.add(
                    "PagesTogetherEqualTheWholeQuery: pages %s, whole %s"
                            .formatted(texts(together), texts(whole)));
        }
        for (List<Item> page : pages) {
            if (page.size() > limit) {
                violations.add(
                        "PagesTogetherEqualTheWholeQuery: page of %d items with limit %d"
                                .formatted(page.size(), limit));
            }
        }
        return violations;
    }

    private static List<String> texts(List<Item> items) {
        return items.stream().map(ValueText::format).toList();
    }
}
