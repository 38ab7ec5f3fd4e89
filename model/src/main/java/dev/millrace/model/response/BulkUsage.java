package dev.millrace.model.response;

/// The write units that a bulk operation took.
///
/// @param table those of the table itself
public record BulkUsage(double table, IndexUnits indexes) {
    /// None.
    public static final BulkUsage NONE = new BulkUsage(0, IndexUnits.NONE);

    /// These and more.
    public BulkUsage plus(double more, IndexUnits moreIndexes) {
        return new BulkUsage(table + more, indexes.plus(moreIndexes));
    }

    /// All of them.
    public double sum() {
        return table + indexes.sum();
    }
}
