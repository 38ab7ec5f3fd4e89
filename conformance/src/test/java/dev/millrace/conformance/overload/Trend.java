package dev.millrace.conformance.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Whether something that was looked at again and again grows: its median in the last third of the
/// time against that in the third before. The first third is for caches that fill.
final class Trend {
    private Trend() {}

    /// Whether a value grows by more than a share and an amount.
    static <T> boolean grows(
            List<T> samples, ToDoubleFunction<T> value, double shareMax, double amountMax) {
        int third = samples.size() / 3;
        double before = median(samples.subList(third, 2 * third), value);
        double last = median(samples.subList(samples.size() - third, samples.size()), value);
        return last > before * (1 + shareMax) + amountMax;
    }

    private static <T> double median(List<T> samples, ToDoubleFunction<T> value) {
        List<Double> sorted = new ArrayList<>(samples.stream().mapToDouble(value).boxed().toList());
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
