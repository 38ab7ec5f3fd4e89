package dev.millrace.bench.result;

import java.util.List;

/// What the starts of one server took.
///
/// @param server which server
/// @param startMillis for each start, the milliseconds from the command to the first good answer
/// @param idleBytes for each start, the resident memory of the server with nothing to do
public record StartFigures(String server, List<Double> startMillis, List<Long> idleBytes) {
    private static final double BYTES_A_MEGABYTE = 1 << 20;

    /// The middle one of the times, the later if two are in the middle.
    public double medianMillis() {
        return startMillis.stream().sorted().toList().get(startMillis.size() / 2);
    }

    /// The middle one of the sizes in megabytes, the larger if two are in the middle.
    public double medianMegabytes() {
        return idleBytes.stream().sorted().toList().get(idleBytes.size() / 2) / BYTES_A_MEGABYTE;
    }
}
