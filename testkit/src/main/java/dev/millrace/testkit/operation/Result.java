package dev.millrace.testkit.operation;

import dev.millrace.model.key.KeySchema;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a successful operation answers, as far as clients may depend on it.
public sealed interface Result {
    /// Nothing but success.
    record Done() implements Result {}

    /// The attributes that a write returns, or null.
    record Attributes(@Nullable Item attributes) implements Result {}

    /// The item that a read found, or null.
    record Found(@Nullable Item item) implements Result {}

    /// The items of a query or a scan, all pages together.
    ///
    /// @param items empty if only counts were asked for
    /// @param count items after the filter
    /// @param scannedCount items before the filter
    /// @param pages number of pages, or 0 where the API does not determine it
    record Items(List<Item> items, int count, int scannedCount, int pages) implements Result {}

    /// The items of a batch by table, in an order of their own.
    record ItemsByTable(Map<String, List<Item>> items) implements Result {}

    /// What came of each statement of a batch, in their order.
    record Each(List<Outcome> outcomes) implements Result {}

    /// What each read of a transaction found, in their order.
    record ItemsInOrder(List<Optional<Item>> items) implements Result {}

    /// An item and its score; the item is null where it is not determined.
    record Scored(float score, @Nullable Item item) {
        /// A score that is zero has no sign.
        public Scored {
            score += 0f;
        }
    }

    /// The nearest items of a search. Which of those come first, or at all, that have equal scores,
    /// is not determined, so they are left out.
    record Near(List<Scored> items) implements Result {
        /// The first `max` of these, in the order of their scores.
        public static Near of(List<Scored> all, int max, boolean largerFirst) {
            Comparator<Scored> order = Comparator.comparingDouble(Scored::score);
            List<Scored> first =
                    all.stream().sorted(largerFirst ? order.reversed() : order).limit(max).toList();
            return new Near(first.stream().map(each -> determined(each, first, max)).toList());
        }

        private static Scored determined(Scored one, List<Scored> first, int max) {
            boolean isAtEnd = first.size() == max && one.score() == first.getLast().score();
            boolean isAlone =
                    first.stream().filter(each -> each.score() == one.score()).count() == 1;
            return isAlone && !isAtEnd ? one : new Scored(one.score(), null);
        }
    }

    /// The lasting parts of a table's description.
    ///
    /// @param hasLatestStream whether the table ever had a stream
    record Description(
            KeySchema keySchema,
            BillingMode billingMode,
            @Nullable StreamSpecification streamSpecification,
            boolean hasLatestStream)
            implements Result {}

    /// The items in an order of their own, so that lists of unordered items can be compared.
    static List<Item> sorted(Collection<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::bytes, Arrays::compareUnsigned))
                .toList();
    }
}
