package dev.millrace.conformance.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.client.Clients;
import dev.millrace.conformance.crash.ServerProcess;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.testkit.linearizability.Call;
import dev.millrace.testkit.linearizability.Cells;
import dev.millrace.testkit.linearizability.Cells.Input;
import dev.millrace.testkit.linearizability.Cells.Output;
import dev.millrace.testkit.linearizability.Linearizability;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/// `-Dlinearizability.rounds=N` makes longer runs, `-Dlinearizability.seed=N` repeats what the
/// clients of one asked (when their calls meet still depends on the machine).
final class LinearizabilityTest {
    private static final int ROUNDS = Integer.getInteger("linearizability.rounds", 10);
    private static final long SEED =
            Long.getLong("linearizability.seed", RandomGenerator.getDefault().nextLong());
    private static final int CLIENTS = 6;
    private static final int CALLS = 60;
    private static final int KILLS = Math.max(2, ROUNDS / 10);
    private static final int LIVES = 3;

    private final Random random = new Random(SEED);

    @Test
    void oneOrderExplainsWhatConcurrentClientsSaw(@TempDir Path directory) throws Exception {
        try (MillraceServer server =
                        MillraceServer.start(
                                ServerOptions.inMemory().withData(directory.resolve("data")));
                Clients clients = Clients.of(server.endpoint())) {
            CellTable table = new CellTable(clients.tables());
            table.create();
            for (int round = 0; round < ROUNDS; round++) {
                List<CellClient> callers = callers(round);
                together(callers, (caller, cells) -> caller.call(cells, CALLS), table);
                requireExplained(round, callers);
            }
        }
    }

    @Test
    void oneOrderExplainsWhatTheySawThroughKillsOfTheServer(@TempDir Path directory)
            throws Exception {
        Path data = directory.resolve("data");
        ServerProcess server = ServerProcess.start(data);
        try {
            create(server);
            for (int round = 0; round < KILLS; round++) {
                List<CellClient> callers = new ArrayList<>();
                for (int life = 0; life < LIVES; life++) {
                    List<CellClient> inThisLife = callers(round);
                    killWhile(server, inThisLife);
                    callers.addAll(inThisLife);
                    server = ServerProcess.start(data);
                }
                requireExplained(round, callers);
            }
        } finally {
            server.kill();
        }
    }

    private static void create(ServerProcess server) {
        try (Clients clients = Clients.of(server.endpoint())) {
            new CellTable(clients.tables()).create();
        }
    }

    // The first client that is done is a little ahead of the others, who are in the middle of a
    // call when the server goes.
    private void killWhile(ServerProcess server, List<CellClient> callers) throws Exception {
        try (Clients clients = Clients.of(server.endpoint())) {
            CellTable table = new CellTable(clients.tables());
            CellClient first = callers.getFirst();
            together(
                    callers,
                    (caller, cells) -> {
                        if (caller == first) {
                            caller.callUntilNoAnswer(cells, CALLS / 2);
                            server.kill();
                        } else {
                            caller.callUntilNoAnswer(cells, CALLS);
                        }
                    },
                    table);
        }
    }

    private List<CellClient> callers(int round) {
        List<String> cells = List.of(round + "-a", round + "-b", round + "-c");
        List<CellClient> callers = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            callers.add(new CellClient(number, cells, new Random(random.nextLong())));
        }
        return callers;
    }

    private static void together(
            List<CellClient> callers, BiConsumer<CellClient, CellTable> calling, CellTable table)
            throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
            for (CellClient caller : callers) {
                calls.add(threads.submit(() -> calling.accept(caller, table)));
            }
        }
        for (Future<?> each : calls) {
            each.get();
        }
    }

    private static void requireExplained(int round, List<CellClient> callers) {
        List<Call<Input, Output>> calls =
                callers.stream().flatMap(caller -> caller.calls().stream()).toList();
        assertThat(Linearizability.explains(new Cells(), calls))
                .as("seed %d, round %d: %s", SEED, round, calls)
                .isTrue();
    }
}
