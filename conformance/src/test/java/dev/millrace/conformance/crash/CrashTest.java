package dev.millrace.conformance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Kills the server again and again on one directory.
///
/// `-Dcrash.kills=N` makes longer runs, `-Dcrash.seed=N` repeats the choices of one (the moment of
/// a kill still depends on the machine).
final class CrashTest {
    private static final int KILLS = Integer.getInteger("crash.kills", 10);
    private static final int KILLED = 128 + 9;

    @TempDir private Path directory;

    @Test
    void acknowledgedWritesAndTheirRecordsSurviveEveryKill() throws Exception {
        long seed = Long.getLong("crash.seed", RandomGenerator.getDefault().nextLong());
        System.out.println("crash test: seed " + seed + ", " + KILLS + " kills");
        try (CrashRun run = new CrashRun(directory.resolve("data"), new Random(seed))) {
            for (int kill = 1; kill <= KILLS; kill++) {
                assertThat(run.killUnderLoad()).as("exit value").isEqualTo(KILLED);
                assertThat(run.violationsAfterRestart())
                        .as("seed %d, after kill %d", seed, kill)
                        .isEmpty();
            }
            System.out.println("crash test: " + run.acknowledgements() + " writes acknowledged");
        }
    }
}
