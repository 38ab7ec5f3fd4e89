package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Backup;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.request.CreateBackupRequest;
import dev.millrace.model.response.CreateBackupResponse;

/// Makes a backup of a table as it is at the commit of this command, which is a moment between the
/// request and its answer. The items are copied afterwards, while the table is written to.
public final class CreateBackup implements Operation<CreateBackupRequest, CreateBackupResponse> {
    private static final int SUFFIX_CHARS = 8;

    private final BackupAccess access;
    private final NewBackups backups;

    public CreateBackup(BackupAccess access) {
        this.access = access;
        this.backups = new NewBackups(access.tables().totals());
    }

    @Override
    public CreateBackupResponse execute(CreateBackupRequest request) {
        String random = access.uuids().get().substring(0, SUFFIX_CHARS);
        Backup backup =
                access.tables()
                        .sequencer()
                        .admit((CatalogCommand<Backup>) catalog -> begin(catalog, request, random));
        access.wake().run();
        return new CreateBackupResponse(access.details(backup));
    }

    private Backup begin(CatalogEvaluation catalog, CreateBackupRequest request, String random) {
        Table table = BackupAccess.requireTable(catalog.state(), request.tableName());
        return backups.ofUser(catalog, table, request.backupName(), random);
    }
}
