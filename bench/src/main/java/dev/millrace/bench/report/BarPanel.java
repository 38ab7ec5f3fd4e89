package dev.millrace.bench.report;

import java.util.List;

/// Lying bars in groups: one group for each thing that is measured, one bar in it for each server.
///
/// @param heading what stands above
/// @param groups the groups
record BarPanel(String heading, List<Group> groups) {
    private static final double LABEL_WIDTH = 250;
    private static final double VALUE_WIDTH = 210;
    private static final double BAR_HEIGHT = 16;
    private static final double BAR_GAP = 3;
    private static final double GROUP_GAP = 10;
    private static final double HEADING_HEIGHT = 34;
    private static final double BASELINE = 12.5;
    private static final double BAR_WIDTH_MIN = 1;

    /// Bars that belong together.
    ///
    /// @param label what is measured
    /// @param bars its bars, from top to bottom
    record Group(String label, List<Bar> bars) {
        double height() {
            return bars.size() * (BAR_HEIGHT + BAR_GAP) + GROUP_GAP;
        }
    }

    /// One bar.
    ///
    /// @param value how long it is
    /// @param text what stands behind it
    /// @param colour its colour
    record Bar(double value, String text, String colour) {}

    double height() {
        return HEADING_HEIGHT + groups.stream().mapToDouble(Group::height).sum();
    }

    void draw(Svg svg, Svg.Point at, double width) {
        svg.text(at.moved(0, BASELINE + BAR_GAP), heading, Svg.Style.HEADING);
        double most =
                groups.stream()
                        .flatMap(group -> group.bars().stream())
                        .mapToDouble(Bar::value)
                        .max()
                        .orElse(1);
        double scale = (width - LABEL_WIDTH - VALUE_WIDTH) / Math.max(most, Double.MIN_NORMAL);
        Svg.Point place = at.moved(0, HEADING_HEIGHT);
        for (Group group : groups) {
            draw(svg, place, group, scale);
            place = place.moved(0, group.height());
        }
    }

    private static void draw(Svg svg, Svg.Point at, Group group, double scale) {
        svg.text(
                at.moved(LABEL_WIDTH - GROUP_GAP, BASELINE),
                group.label(),
                Svg.Style.PLAIN.anchored("end"));
        Svg.Point place = at.moved(LABEL_WIDTH, 0);
        for (Bar bar : group.bars()) {
            double width = Math.max(BAR_WIDTH_MIN, bar.value() * scale);
            svg.box(place, width, BAR_HEIGHT, bar.colour());
            svg.text(place.moved(width + BAR_GAP * 2, BASELINE), bar.text(), Svg.Style.PLAIN);
            place = place.moved(0, BAR_HEIGHT + BAR_GAP);
        }
    }
}
