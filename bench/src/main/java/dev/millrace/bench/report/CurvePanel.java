package dev.millrace.bench.report;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Times over percentiles, both on scales that grow by factors: to the right each mark has a tenth
/// of the requests of the one before beyond it, upwards each is ten times as long.
///
/// @param heading what is measured
/// @param remark how
/// @param curves one for each server
record CurvePanel(String heading, String remark, List<Curve> curves) {
    static final double HEIGHT = 270;

    private static final double LEFT = 52;
    private static final double TOP = 46;
    private static final double BOTTOM = 34;
    private static final double RIGHT = 14;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double DECADES_MAX = 4;
    private static final int STEPS = 10;
    private static final String GRID = "#e3e8f0";
    private static final List<String> MARKS = List.of("0 %", "90 %", "99 %", "99.9 %", "99.99 %");

    /// One curve.
    ///
    /// @param nanos the times, in nanoseconds
    /// @param colour its colour
    record Curve(Histogram nanos, String colour) {}

    void draw(Svg svg, Svg.Point at, double width) {
        Axes axes = axes(at, width);
        svg.text(at.moved(0, 14), heading, Svg.Style.PLAIN);
        svg.text(at.moved(0, 30), remark, Svg.Style.QUIET);
        drawGrid(svg, axes);
        curves.forEach(curve -> svg.curve(points(curve.nanos(), axes), curve.colour()));
    }

    /// Where values are on the picture.
    ///
    /// @param origin the lower left corner
    /// @param low the power of ten of the lowest mark, in milliseconds
    /// @param high that of the highest
    private record Axes(Svg.Point origin, double width, double height, int low, int high) {
        Svg.Point place(double decade, double millis) {
            double up = (Math.log10(Math.max(millis, 1e-9)) - low) / (high - low);
            return origin.moved(decade / DECADES_MAX * width, -Math.clamp(up, 0, 1) * height);
        }
    }

    private Axes axes(Svg.Point at, double width) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Curve curve : curves) {
            least = Math.min(least, curve.nanos().getMinNonZeroValue() / NANOS_A_MILLI);
            most = Math.max(most, curve.nanos().getMaxValue() / NANOS_A_MILLI);
        }
        int low = (int) Math.floor(Math.log10(Math.clamp(least, 1e-4, 1e7)));
        int high = Math.max(low + 1, (int) Math.ceil(Math.log10(Math.clamp(most, 1e-4, 1e7))));
        return new Axes(
                at.moved(LEFT, HEIGHT - BOTTOM),
                width - LEFT - RIGHT,
                HEIGHT - TOP - BOTTOM,
                low,
                high);
    }

    private static void drawGrid(Svg svg, Axes axes) {
        for (int power = axes.low(); power <= axes.high(); power++) {
            double millis = Math.pow(10, power);
            Svg.Point left = axes.place(0, millis);
            svg.line(left, axes.place(DECADES_MAX, millis), GRID);
            svg.text(left.moved(-6, 4), label(millis), Svg.Style.QUIET.anchored("end"));
        }
        double bottom = Math.pow(10, axes.low());
        double top = Math.pow(10, axes.high());
        for (int decade = 0; decade < MARKS.size(); decade++) {
            svg.line(axes.place(decade, bottom), axes.place(decade, top), GRID);
            svg.text(
                    axes.place(decade, bottom).moved(0, 16),
                    MARKS.get(decade),
                    Svg.Style.QUIET.anchored("middle"));
        }
    }

    private static List<Svg.Point> points(Histogram nanos, Axes axes) {
        List<Svg.Point> points = new ArrayList<>();
        for (var step : nanos.percentiles(STEPS)) {
            double beyond = 1 - step.getPercentileLevelIteratedTo() / Percentiles.MAX;
            double decade = -Math.log10(Math.max(beyond, 1e-9));
            double millis = step.getValueIteratedTo() / NANOS_A_MILLI;
            points.add(axes.place(Math.min(decade, DECADES_MAX), millis));
            if (decade >= DECADES_MAX) {
                break;
            }
        }
        return points;
    }

    private static String label(double millis) {
        if (millis >= 1_000) {
            return String.format(Locale.ROOT, "%,.0f s", millis / 1_000);
        }
        return millis >= 1
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.0f µs", millis * 1_000);
    }
}
