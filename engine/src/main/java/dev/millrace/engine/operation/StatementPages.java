package dev.millrace.engine.operation;

import dev.millrace.engine.item.CapacityUnits;
import dev.millrace.engine.query.Cut;
import dev.millrace.engine.query.Fetch;
import dev.millrace.engine.query.Page;
import dev.millrace.engine.query.PageReader;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.statement.ReadPlan;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Item;
import dev.millrace.store.KeyRange;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// One page of a SELECT, read from the ranges of its plan one after the other until it is full.
/// Each range costs what a query of it would.
final class StatementPages {
    private final PageReader pages;
    private final ReadPlan plan;
    private final @Nullable Fetch fetch;
    private final boolean consistent;
    private final List<Item> items = new ArrayList<>();
    private int count;
    private long bytes;
    private double units;
    private double fetchedUnits;
    private @Nullable Item last;
    private List<Item> rows = List.of();

    StatementPages(PageReader pages, ReadPlan plan, @Nullable Fetch fetch, boolean consistent) {
        this.pages = pages;
        this.plan = plan;
        this.fetch = fetch;
        this.consistent = consistent;
    }

    /// Reads the page behind `startKey`, or the first one for null.
    ///
    /// @throws ApiException if the plan has no place for the start key
    StatementPages read(ReadTarget target, @Nullable Item startKey, @Nullable Integer limit) {
        byte[] start = startKey == null ? null : target.row(startKey);
        for (KeyRange range : plan.ranges().subList(first(start), plan.ranges().size())) {
            byte[] within = start != null && range.contains(start) ? start : null;
            Cut whole = Cut.behind(within, target, range, plan.direction(), limit);
            take(read(whole.behind(count, bytes)));
            if (last != null) {
                return this;
            }
        }
        if (plan.ranges().isEmpty()) {
            units = CapacityUnits.ofRead(0, consistent);
        }
        return this;
    }

    private int first(byte @Nullable [] start) {
        if (start == null) {
            return 0;
        }
        for (int i = 0; i < plan.ranges().size(); i++) {
            if (plan.ranges().get(i).contains(start)) {
                return i;
            }
        }
        throw StatementTokens.mismatch();
    }

    private Page read(Cut cut) {
        return fetch == null
                ? pages.read(cut, plan.filter())
                : pages.read(cut, plan.filter(), fetch);
    }

    private void take(Page page) {
        items.addAll(page.items());
        count += page.scannedCount();
        bytes += page.scannedBytes();
        units += CapacityUnits.ofRead(page.scannedBytes(), consistent);
        fetchedUnits += page.fetchedUnits();
        last = page.last();
        rows = rows.isEmpty() ? page.rows() : joined(rows, page.rows());
    }

    private static List<Item> joined(List<Item> first, List<Item> second) {
        List<Item> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /// Those that passed the filter.
    List<Item> items() {
        return items;
    }

    /// What the rows cost.
    double units() {
        return units;
    }

    /// What the items cost that were fetched from the table.
    double fetchedUnits() {
        return fetchedUnits;
    }

    /// All rows looked at, if somebody watches.
    List<Item> rows() {
        return rows;
    }

    /// The item looked at last if the page ended before the plan did; null at the end.
    @Nullable Item last() {
        return last;
    }
}
