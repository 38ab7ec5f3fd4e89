package dev.millrace.engine.item;

import dev.millrace.model.response.IndexUnits;

/// The capacity units that a request used on one table: on its items and on its indexes.
public record TableUnits(double items, IndexUnits indexes) {
    /// The units of a request that touched no index.
    public static TableUnits ofItems(double units) {
        return new TableUnits(units, IndexUnits.NONE);
    }

    /// These and `other` together.
    public TableUnits plus(TableUnits other) {
        return new TableUnits(items + other.items, indexes.plus(other.indexes));
    }

    /// All units.
    public double sum() {
        return items + indexes.sum();
    }
}
