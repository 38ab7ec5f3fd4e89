package dev.millrace.control;

import java.util.List;

/// Which keys contributed most to what a rule of contributor insights counts.
///
/// @param rule `PKC`, `SKC`, `PKT` or `SKT`
/// @param metric `ConsumedThroughputUnits` (read units and three times the write units) or
///   `ThrottleCount`
/// @param total what all keys together contributed; exact
/// @param unlistedMax what a key that was never counted by itself contributed at most
/// @param contributors the greatest first
public record ContributorReport(
        String rule,
        String metric,
        double total,
        double unlistedMax,
        List<Contributor> contributors) {
    /// A key and its contribution, which is counted in bounded space and so may be off a little.
    ///
    /// @param keys the values of the attributes of the partition key and, for the rules `SKC` and
    ///   `SKT`, of the sort key; binary ones in Base64, long ones cut
    /// @param tooHigh by how much `value` may be too high at most
    /// @param tooLow by how much `value` may be too low at most
    public record Contributor(List<String> keys, double value, double tooHigh, double tooLow) {}
}
