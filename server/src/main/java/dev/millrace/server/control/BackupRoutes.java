package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.server.backup.Backup;
import dev.millrace.server.backup.BackupException;
import dev.millrace.wire.JsonOutput;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The copy of a running server's data into a directory of its machine.
record BackupRoutes(Engine engine) {
    private static final String DIRECTORY = "directory";

    List<Route> routes() {
        return List.of(Route.post("/backup", Set.of(DIRECTORY), this::make));
    }

    private void make(Members members, JsonOutput answer) {
        Path directory = Path.of(members.require(DIRECTORY));
        try {
            Backup backup = Backup.make(directory, engine.inside()::copyTo);
            answer.text(DIRECTORY, backup.directory().toString());
            answer.whole("files", backup.files());
            answer.whole("bytes", backup.bytes());
        } catch (BackupException e) {
            throw Refusal.conflict(String.valueOf(e.getMessage()));
        }
    }
}
