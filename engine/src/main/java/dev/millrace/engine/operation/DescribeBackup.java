package dev.millrace.engine.operation;

import dev.millrace.model.request.DescribeBackupRequest;
import dev.millrace.model.response.DescribeBackupResponse;

/// Describes a backup and the table that it was made of.
public final class DescribeBackup
        implements Operation<DescribeBackupRequest, DescribeBackupResponse> {
    private final BackupAccess access;

    public DescribeBackup(BackupAccess access) {
        this.access = access;
    }

    @Override
    public DescribeBackupResponse execute(DescribeBackupRequest request) {
        return new DescribeBackupResponse(
                access.describe(
                        access.require(access.tables().catalog().state(), request.backupArn())));
    }
}
