package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.RestoreSource;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TableRestore;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.recovery.PastTimer;
import dev.millrace.model.backup.BackupStatus;
import dev.millrace.model.request.RestoreTableFromBackupRequest;
import dev.millrace.model.response.RestoreTableFromBackupResponse;
import dev.millrace.model.table.TableDescription;

/// Makes a table out of a backup. The answer shows it CREATING; it is filled afterwards.
public final class RestoreTableFromBackup
        implements Operation<RestoreTableFromBackupRequest, RestoreTableFromBackupResponse> {
    private final BackupAccess access;
    private final NewRestores restores;

    public RestoreTableFromBackup(BackupAccess access) {
        this.access = access;
        this.restores = new NewRestores(access.tables().names());
    }

    @Override
    public RestoreTableFromBackupResponse execute(RestoreTableFromBackupRequest request) {
        String uuid = access.uuids().get();
        TableDescription table =
                access.tables()
                        .sequencer()
                        .admit(
                                (CatalogCommand<TableDescription>)
                                        catalog -> begin(catalog, request, uuid));
        access.wake().run();
        return new RestoreTableFromBackupResponse(table);
    }

    private TableDescription begin(
            CatalogEvaluation catalog, RestoreTableFromBackupRequest request, String uuid) {
        Backup backup = access.require(catalog.state(), request.backupArn());
        Table planned =
                new RestoredTable(backup.source(), request.overrides(), access.tables().names())
                        .planned(request.targetTableName(), uuid);
        restores.requireFree(catalog.state(), planned.name());
        requireIdle(catalog.state(), backup);
        TableRestore restore =
                TableRestore.begin(
                        new RestoreSource.OfBackup(backup.id(), backup.key()),
                        backup.source().name(),
                        backup.created());
        Table table = restores.begin(catalog, planned, restore);
        return access.tables().describe(catalog.state(), table);
    }

    private void requireIdle(CatalogState state, Backup backup) {
        String arn = access.tables().names().backupArn(backup);
        if (backup.status() == BackupStatus.CREATING) {
            throw DeleteBackup.inUse("Backup is being created: " + arn);
        }
        if (PastTimer.isBeingRestored(state, backup)) {
            throw DeleteBackup.inUse("Backup is being used to restore another table: " + arn);
        }
    }
}
