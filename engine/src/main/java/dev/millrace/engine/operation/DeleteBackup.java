package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.PastTimer;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.backup.BackupType;
import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DeleteBackupRequest;
import dev.millrace.model.response.DeleteBackupResponse;

/// Deletes a backup. It is gone at once; the space of its items is given back afterwards.
public final class DeleteBackup implements Operation<DeleteBackupRequest, DeleteBackupResponse> {
    private final BackupAccess access;

    public DeleteBackup(BackupAccess access) {
        this.access = access;
    }

    @Override
    public DeleteBackupResponse execute(DeleteBackupRequest request) {
        Backup deleted =
                access.tables()
                        .sequencer()
                        .admit((CatalogCommand<Backup>) catalog -> delete(catalog, request));
        return new DeleteBackupResponse(access.describe(deleted.withStatus(BackupStatus.DELETED)));
    }

    private Backup delete(CatalogEvaluation catalog, DeleteBackupRequest request) {
        Backup backup = access.require(catalog.state(), request.backupArn());
        requireDeletable(catalog.state(), backup);
        PastTimer.remove(catalog, backup);
        return backup;
    }

    private void requireDeletable(CatalogState state, Backup backup) {
        String arn = access.tables().names().backupArn(backup);
        if (backup.type() == BackupType.SYSTEM) {
            throw ApiException.validation(
                    "Invalid Request: User is not allowed to delete the system backup with arn %s."
                                    .formatted(arn)
                            + " It will automatically expire on "
                            + backup.expiry());
        }
        if (backup.status() == BackupStatus.CREATING) {
            throw inUse("Backup is being created: " + arn);
        }
        if (PastTimer.isBeingRestored(state, backup)) {
            throw inUse("Backup is being used to restore table: " + arn);
        }
    }

    static ApiException inUse(String message) {
        return new ApiException(ApiError.BACKUP_IN_USE, message);
    }
}
