package dev.millrace.engine.verify;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.LeftoverRange;
import dev.millrace.store.Family;

import java.util.List;

/// The ranges of a family whose rows belong to nobody and are about to go.
final class LeftoverRanges {
    private final List<LeftoverRange> ranges;

    LeftoverRanges(CatalogState catalog, Family family) {
        this.ranges =
                catalog.leftoverRanges().stream()
                        .filter(each -> each.family().equals(family))
                        .toList();
    }

    boolean contain(byte[] key) {
        return ranges.stream().anyMatch(each -> each.range().contains(key));
    }
}
