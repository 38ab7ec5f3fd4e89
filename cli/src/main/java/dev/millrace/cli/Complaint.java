package dev.millrace.cli;

import dev.millrace.server.StartupException;
import dev.millrace.server.backup.BackupException;
import dev.millrace.server.config.ConfigurationException;

import java.io.PrintWriter;

/// Tells of a command that failed: in one line where its user can do something about it, with the
/// whole stack trace where it is a fault of ours.
final class Complaint {
    private Complaint() {}

    /// Writes to `err` why a command failed. Answers its exit code.
    static int print(PrintWriter err, Exception e) {
        return switch (e) {
            case ConfigurationException _ -> told(err, e, ExitCode.USAGE);
            case StartupException _ -> told(err, e, ExitCode.FAILURE);
            case BackupException _ -> told(err, e, ExitCode.FAILURE);
            default -> unexpected(err, e);
        };
    }

    private static int told(PrintWriter err, Exception e, int exitCode) {
        err.println("millrace: " + e.getMessage());
        return exitCode;
    }

    private static int unexpected(PrintWriter err, Exception e) {
        err.println("millrace: an unexpected failure, which is a fault of Millrace:");
        e.printStackTrace(err);
        return ExitCode.FAILURE;
    }
}
