package dev.millrace.engine.catalog;

/// That a table can be restored to any moment of a period.
///
/// @param since the position of the commit that switched it on
/// @param days how far back the period reaches, from 1 to [#DAYS_MAX]
public record PointInTimeRecovery(long since, int days) {
    /// The longest period, which is that of a request that names none.
    public static final int DAYS_MAX = 35;
}
