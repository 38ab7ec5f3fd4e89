package dev.millrace.wire;

import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.ProjectionType;

import java.util.List;
import java.util.Objects;

/// Writes what an index projects, which tables and backups both show.
public final class ProjectionJson {
    private ProjectionJson() {}

    /// Writes the member `Projection`.
    public static void write(IndexProjection projection, JsonOutput output) {
        Objects.requireNonNull(projection.projectionType());
        writeAsked(projection, output);
    }

    /// Writes the member `Projection` of a request, which may have left out the type.
    public static void writeAsked(IndexProjection projection, JsonOutput output) {
        ProjectionType type = projection.projectionType();
        output.startObject("Projection");
        output.text("ProjectionType", type == null ? null : type.name());
        List<String> included = projection.nonKeyAttributes();
        if (included != null) {
            output.startArray("NonKeyAttributes");
            included.forEach(output::text);
            output.endArray();
        }
        output.endObject();
    }
}
