package dev.millrace.bench.report;

import java.util.Locale;

/// The text of an SVG picture as it is drawn, element by element. Coordinates are pixels from the
/// upper left corner.
final class Svg {
    private static final String FONT =
            "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";

    private final StringBuilder elements = new StringBuilder();

    /// A place to begin or end.
    ///
    /// @param x to the right
    /// @param y downwards
    record Point(double x, double y) {
        Point moved(double dx, double dy) {
            return new Point(x + dx, y + dy);
        }
    }

    /// What a text looks like.
    ///
    /// @param size the size of its letters
    /// @param colour its colour
    /// @param weight 400 for plain, 600 for strong
    /// @param anchor what stands at its place: its `start`, `middle` or `end`
    record Style(int size, String colour, int weight, String anchor) {
        static final Style TITLE = new Style(24, "#14213d", 600, "start");
        static final Style HEADING = new Style(16, "#14213d", 600, "start");
        static final Style PLAIN = new Style(12, "#33415c", 400, "start");
        static final Style QUIET = new Style(11, "#6b7891", 400, "start");

        Style anchored(String where) {
            return new Style(size, colour, weight, where);
        }
    }

    Svg text(Point at, String text, Style style) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\""
                                + " font-weight=\"%d\" text-anchor=\"%s\">%s</text>%n",
                        at.x(),
                        at.y(),
                        style.size(),
                        style.colour(),
                        style.weight(),
                        style.anchor(),
                        escaped(text)));
        return this;
    }

    Svg box(Point at, double width, double height, String colour) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"2\""
                                + " fill=\"%s\"/>%n",
                        at.x(),
                        at.y(),
                        width,
                        height,
                        colour));
        return this;
    }

    Svg line(Point from, Point to, String colour) {
        elements.append(
                String.format(
                        Locale.ROOT,
                        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
                        from.x(),
                        from.y(),
                        to.x(),
                        to.y(),
                        colour));
        return this;
    }

    /// Draws a line through many points.
    Svg curve(Iterable<Point> points, String colour) {
        StringBuilder places = new StringBuilder();
        points.forEach(point ->
                places.append(String.format(Locale.ROOT, "%.1f,%.1f ", point.x(), point.y())));
        elements.append(
                String.format(
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\""
                                + " stroke-linejoin=\"round\"/>%n",
                        places.toString().strip(), colour));
        return this;
    }

    /// The whole picture.
    String document(double width, double height) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\""
                        + " viewBox=\"0 0 %.0f %.0f\" font-family=\"%s\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n%s</svg>%n",
                width,
                height,
                width,
                height,
                FONT,
                elements);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\p{Cntrl}", " ");
    }
}
