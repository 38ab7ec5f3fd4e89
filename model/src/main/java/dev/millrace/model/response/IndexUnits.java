package dev.millrace.model.response;

import java.util.LinkedHashMap;
import java.util.Map;

/// The capacity that a request used on the secondary indexes of one table, by index name; only
/// indexes that it touched.
///
/// @param local capacity units of local indexes
/// @param global capacity units of global ones
/// @param vectorBytes what was written to indexes of vectors, which is counted in bytes and not
///   among the units
public record IndexUnits(
        Map<String, Double> local, Map<String, Double> global, Map<String, Double> vectorBytes) {
    /// No index touched.
    public static final IndexUnits NONE = new IndexUnits(Map.of(), Map.of(), Map.of());

    /// The units of indexes that have keys.
    public IndexUnits(Map<String, Double> local, Map<String, Double> global) {
        this(local, global, Map.of());
    }

    /// The units of all indexes together.
    public double sum() {
        return sum(local) + sum(global);
    }

    /// These and `other` together.
    public IndexUnits plus(IndexUnits other) {
        return other.equals(NONE)
                ? this
                : new IndexUnits(
                        merged(local, other.local),
                        merged(global, other.global),
                        merged(vectorBytes, other.vectorBytes));
    }

    private static double sum(Map<String, Double> units) {
        return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static Map<String, Double> merged(Map<String, Double> one, Map<String, Double> other) {
        Map<String, Double> all = new LinkedHashMap<>(one);
        other.forEach((name, units) -> all.merge(name, units, Double::sum));
        return all;
    }
}
