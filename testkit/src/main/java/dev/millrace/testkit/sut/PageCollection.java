package dev.millrace.testkit.sut;

import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/// The pages of one query or scan, gathered and checked one by one.
final class PageCollection {
    private static final int PAGES_MAX = 10_000;

    private final @Nullable Integer limit;
    private final boolean countsOnly;
    private final List<Item> items = new ArrayList<>();
    private int count;
    private int scannedCount;
    private int pages;

    PageCollection(@Nullable Integer limit, boolean countsOnly) {
        this.limit = limit;
        this.countsOnly = countsOnly;
    }

    void add(@Nullable List<Item> pageItems, int pageCount, int pageScannedCount) {
        pages++;
        require(pages <= PAGES_MAX, "paging does not end");
        require(limit == null || pageScannedCount <= limit, "page evaluates more than its limit");
        require((pageItems == null) == countsOnly, "page has items or has none against its Select");
        if (pageItems != null) {
            require(pageItems.size() == pageCount, "count of a page is not that of its items");
            items.addAll(pageItems);
        }
        count += pageCount;
        scannedCount += pageScannedCount;
    }

    List<Item> items() {
        return items;
    }

    int count() {
        return count;
    }

    int scannedCount() {
        return scannedCount;
    }

    int pages() {
        return pages;
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalStateException(fault);
        }
    }
}
