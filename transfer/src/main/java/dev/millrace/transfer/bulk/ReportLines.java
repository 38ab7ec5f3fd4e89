package dev.millrace.transfer.bulk;

import dev.millrace.model.document.Document;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.value.Item;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.transfer.BulkLines;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Lines of a report on their way into documents.
final class ReportLines {
    // Some room for what the document is stored with.
    private static final int DOCUMENT_BYTES_MAX = Document.CONTENT_BYTES_MAX - 1_024;

    private final JobDocuments reports;
    private final String id;
    private final List<DocumentChange> changes = new ArrayList<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final JsonOutput line = new JsonOutput();
    private int count;
    private BulkReport report;

    ReportLines(JobDocuments reports, String id, BulkReport report) {
        this.reports = reports;
        this.id = id;
        this.report = report;
    }

    /// Adds a line. Two items that together are too large for a document are told without the one
    /// that was there, and a single one that is, without it.
    void add(BulkLines.Refused refused, @Nullable Item item, @Nullable Item existing) {
        BulkLines.write(refused, item, existing, line);
        if (line.length() >= DOCUMENT_BYTES_MAX) {
            BulkLines.write(refused, item, null, line);
        }
        if (line.length() >= DOCUMENT_BYTES_MAX) {
            BulkLines.write(refused, null, null, line);
        }
        if (lines.size() + line.length() >= DOCUMENT_BYTES_MAX) {
            keep();
        }
        lines.write(line.array(), 0, line.length());
        lines.write('\n');
        count++;
    }

    /// The changes that keep them.
    List<DocumentChange> changes() {
        keep();
        return changes;
    }

    /// How far the report has come with them.
    BulkReport report() {
        keep();
        return report;
    }

    private void keep() {
        if (count > 0) {
            changes.add(reports.put(BulkReport.key(id, report.kept()), lines.toByteArray()));
            report = report.keep(count, lines.size());
            lines.reset();
            count = 0;
        }
    }
}
