package dev.millrace.server;

import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.engine.keyspace.NewerFormatException;
import dev.millrace.engine.verify.StoreVerifier;
import dev.millrace.engine.verify.VerificationReport;
import dev.millrace.store.Store;
import dev.millrace.store.StoreException;
import dev.millrace.store.StoreLockedException;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The check of a data directory that no server uses: every stored block against its checksum, and
/// every row against all others.
///
/// @param lines what was found, for a person to read
/// @param isSound whether nothing is wrong
public record Verification(List<String> lines, boolean isSound) {
    /// Checks the data in `directory`.
    ///
    /// @throws StartupException if there is none, or another process has it
    public static Verification of(Path directory) {
        if (!Files.isDirectory(directory)) {
            throw new StartupException("there is no directory " + directory);
        }
        try (Store store =
                StoreProvider.named(DataDirectory.ON_DISK)
                        .openForReading(StoreOptions.at(directory, Keyspace.families()))) {
            store.verifyChecksums();
            return of(directory, StoreVerifier.verify(store));
        } catch (StoreLockedException e) {
            throw new StartupException(
                    "data directory " + directory + " is in use; stop its server first", e);
        } catch (NewerFormatException e) {
            throw DataDirectory.newer(directory, e);
        } catch (StoreException e) {
            return new Verification(
                    List.of(
                            directory + " cannot be read as it should: " + e.getMessage(),
                            DataDirectory.RESTORE),
                    false);
        }
    }

    private static Verification of(Path directory, VerificationReport report) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(report.counts()).forEach((kind, rows) -> lines.add(kind + ": " + rows));
        report.violations().forEach(violation -> lines.add("WRONG " + violation));
        lines.add(
                report.isClean()
                        ? directory + " is sound"
                        : directory
                                + " has "
                                + report.violationCount()
                                + " contradictions; "
                                + DataDirectory.RESTORE);
        return new Verification(List.copyOf(lines), report.isClean());
    }
}
