package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.PutBulk;
import dev.millrace.model.document.DocumentChange;
import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.transfer.BulkCounts;
import dev.millrace.model.transfer.BulkOutputType;
import dev.millrace.transfer.job.JobDocuments;
import dev.millrace.wire.transfer.BulkLines;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What one commit of a bulk operation does: to some records of an object, and to what is written
/// down of the operation. Nothing here changes anything, so it may be asked more than once.
///
/// @param before the operation as it is written down
/// @param records the next ones of the object that it is at
/// @param bytes how much has been read of the object
/// @param isLast whether those are all that it has
record BulkStep(
        String id, BulkDocument before, List<BulkRecord> records, long bytes, boolean isLast) {
    /// The items among the records.
    List<ConditionalPut> puts() {
        List<ConditionalPut> puts = new ArrayList<>();
        for (BulkRecord record : records) {
            if (record instanceof BulkRecord.Put(ConditionalPut put)) {
                puts.add(put);
            }
        }
        return puts;
    }

    /// How many records are dealt with once so many items are.
    int records(int putsDone) {
        int puts = 0;
        for (int i = 0; i < records.size(); i++) {
            if (records.get(i) instanceof BulkRecord.Put && puts++ == putsDone) {
                return i;
            }
        }
        return records.size();
    }

    /// What is written down, with the changes that keep the lines of the report.
    ///
    /// @param document the operation afterwards
    record Written(BulkDocument document, List<DocumentChange> lines) {}

    /// What is to be written down, given what became of the items.
    Written after(PutBulk.Progress progress, JobDocuments reports) {
        int count = records(progress.done());
        ReportLines lines = new ReportLines(reports, id, before.report());
        long failed = report(progress, count, lines);
        BulkOperationDescription description = before.description();
        BulkCounts counts = description.counts();
        Place place = before.place();
        BulkCounts next =
                new BulkCounts(
                        counts.items() + count,
                        counts.failed() + failed,
                        place.bytesBefore() + bytes,
                        counts.totalBytes());
        BulkDocument document =
                new BulkDocument(
                        description.with(
                                next,
                                description
                                        .usage()
                                        .plus(
                                                progress.usage().table(),
                                                progress.usage().indexes())),
                        place.after(count, isLast && count == records.size()),
                        lines.report());
        return new Written(document, lines.changes());
    }

    // How many of the first records are errors.
    private long report(PutBulk.Progress progress, int count, ReportLines lines) {
        Map<Integer, PutBulk.Refusal> refusals =
                progress.refusals().stream()
                        .collect(Collectors.toMap(PutBulk.Refusal::index, Function.identity()));
        long failed = 0;
        int puts = 0;
        for (int i = 0; i < count; i++) {
            switch (records.get(i)) {
                case BulkRecord.Fault(String message) -> {
                    failed++;
                    report(new PutBulk.Refusal(0, message, false, null), i, lines);
                }
                case BulkRecord.Put _ -> {
                    PutBulk.Refusal refusal = refusals.get(puts++);
                    if (refusal != null) {
                        failed += refusal.isCondition() ? 0 : 1;
                        report(refusal, i, lines);
                    }
                }
            }
        }
        return failed;
    }

    private void report(PutBulk.Refusal refusal, int record, ReportLines lines) {
        BulkOutputType type =
                refusal.isCondition()
                        ? BulkOutputType.CONDITION_CHECK_FAILURE
                        : BulkOutputType.ERROR;
        var request = before.description().request();
        if (!request.output().types().contains(type)) {
            return;
        }
        lines.add(
                new BulkLines.Refused(
                        type.name(),
                        request.input().source().bucket(),
                        String.valueOf(before.place().object()),
                        before.place().records() + record,
                        refusal.message()),
                records.get(record) instanceof BulkRecord.Put(ConditionalPut put)
                        ? put.item()
                        : null,
                refusal.existing());
    }
}
