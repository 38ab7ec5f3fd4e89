package dev.millrace.engine.throttle;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.item.TableUnits;

import java.util.LinkedHashMap;
import java.util.Map;

/// The capacity units that a request uses of one arm, by who has them.
///
/// @param units may be zero, for something that is used at a cost not known yet, and negative for
///   what is given back
public record Demand(Arm arm, Map<Holder, Double> units) {
    /// No units of this arm.
    public static Demand none(Arm arm) {
        return new Demand(arm, Map.of());
    }

    /// Reads of a table or of a local index of it.
    public static Demand reads(Table table, double units) {
        return new Demand(Arm.READ, Map.of(new Holder(table.name(), null), units));
    }

    /// Reads of a global index.
    public static Demand reads(Table table, String index, double units) {
        return new Demand(Arm.READ, Map.of(new Holder(table.name(), index), units));
    }

    /// Reads of several tables, by their names.
    public static Demand reads(Map<String, Double> unitsByTable) {
        Map<Holder, Double> all = new LinkedHashMap<>();
        unitsByTable.forEach((table, units) -> all.put(new Holder(table, null), units));
        return new Demand(Arm.READ, all);
    }

    /// Writes to a table and its indexes. Those to local indexes use the table's units.
    public static Demand writes(Table table, TableUnits units) {
        double local = units.indexes().local().values().stream().mapToDouble(each -> each).sum();
        Map<Holder, Double> all = new LinkedHashMap<>();
        all.put(new Holder(table.name(), null), units.items() + local);
        units.indexes()
                .global()
                .forEach((index, of) -> all.put(new Holder(table.name(), index), of));
        return new Demand(Arm.WRITE, all);
    }

    /// This and `other`, which is of the same arm.
    public Demand plus(Demand other) {
        Map<Holder, Double> sum = new LinkedHashMap<>(units);
        other.units.forEach((holder, more) -> sum.merge(holder, more, Double::sum));
        return new Demand(arm, sum);
    }

    /// What of this goes beyond `estimate`; negative where it does not reach it.
    public Demand beyond(Demand estimate) {
        Map<Holder, Double> rest = new LinkedHashMap<>(units);
        estimate.units.forEach((holder, less) -> rest.merge(holder, -less, Double::sum));
        return new Demand(arm, rest);
    }
}
