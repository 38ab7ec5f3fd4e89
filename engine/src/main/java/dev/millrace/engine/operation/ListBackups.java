package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ListBackupsRequest;
import dev.millrace.model.response.ListBackupsResponse;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Lists backups in the order of their ARNs: table by table, those of one table by their age.
public final class ListBackups implements Operation<ListBackupsRequest, ListBackupsResponse> {
    private final BackupAccess access;

    public ListBackups(BackupAccess access) {
        this.access = access;
    }

    @Override
    public ListBackupsResponse execute(ListBackupsRequest request) {
        requireOrder(request);
        List<Backup> found =
                start(access.tables().catalog().state(), request).stream()
                        .filter(backup -> isAskedFor(backup, request))
                        .limit(request.limit() + 1L)
                        .toList();
        List<Backup> page = found.subList(0, Math.min(found.size(), request.limit()));
        return new ListBackupsResponse(
                page.stream().map(access::summary).toList(),
                found.size() > page.size()
                        ? access.tables().names().backupArn(page.getLast())
                        : null);
    }

    private Collection<Backup> start(CatalogState state, ListBackupsRequest request) {
        String start = request.exclusiveStartBackupArn();
        return start == null
                ? state.backups()
                : state.backupsAfter(new BackupArns(access.tables().names()).startOf(start));
    }

    private static boolean isAskedFor(Backup backup, ListBackupsRequest request) {
        Instant lower = request.lowerBound();
        Instant upper = request.upperBound();
        return (request.tableName() == null || request.tableName().equals(backup.source().name()))
                && (request.backupType() == null || request.backupType() == backup.type())
                && (lower == null || !backup.created().isBefore(lower))
                && (upper == null || backup.created().isBefore(upper));
    }

    private static void requireOrder(ListBackupsRequest request) {
        Instant lower = request.lowerBound();
        Instant upper = request.upperBound();
        if (lower != null && upper != null && lower.isAfter(upper)) {
            throw ApiException.invalidParameter(
                    "Time range lower bound must be less than or equal to upper bound");
        }
    }
}
