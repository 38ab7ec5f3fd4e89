package dev.millrace.conformance.crash;

import dev.millrace.conformance.client.Clients;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.invariant.AcknowledgedWritesSurvive;
import dev.millrace.testkit.invariant.AcknowledgementJournal;
import dev.millrace.testkit.invariant.ChangesOfOneItemKeepTheirOrderAcrossShards;
import dev.millrace.testkit.invariant.IndexEqualsProjectionOfTable;
import dev.millrace.testkit.invariant.ReplayedStreamEqualsTable;
import dev.millrace.testkit.invariant.SequenceNumbersIncreaseWithinShard;
import dev.millrace.testkit.stream.StreamContent;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// One data directory through many lives of its server, and what its clients know of it.
final class CrashRun implements AutoCloseable {
    private static final int WRITERS = 6;
    private static final int ACKNOWLEDGEMENTS_MIN = 50;
    private static final int ACKNOWLEDGEMENTS_MAX = 1_200;
    private static final long DELAY_NANOS_MAX = TimeUnit.MILLISECONDS.toNanos(20);

    private final Path directory;
    private final Random random;
    private final AtomicLong versions = new AtomicLong();
    private final AcknowledgementJournal journal = new AcknowledgementJournal();
    private final AcknowledgedVersions acknowledged = new AcknowledgedVersions();
    private final List<Writer> writers;
    private ServerProcess server;
    private Clients clients;

    /// Starts the first server and creates the table.
    CrashRun(Path directory, Random random) throws IOException {
        this.directory = directory;
        this.random = random;
        writers =
                IntStream.range(0, WRITERS)
                        .mapToObj(number ->
                                new Writer(
                                        number,
                                        new Random(random.nextLong()),
                                        versions,
                                        journal,
                                        acknowledged))
                        .toList();
        server = ServerProcess.start(directory);
        clients = Clients.of(server.endpoint());
        new CrashTable(clients).create();
    }

    /// How many writes were acknowledged so far.
    int acknowledgements() {
        return acknowledged.count();
    }

    /// Lets all clients write and kills the server meanwhile. Answers its exit value.
    int killUnderLoad() throws InterruptedException, ExecutionException {
        Kill kill =
                new Kill(
                        random.nextInt(ACKNOWLEDGEMENTS_MIN, ACKNOWLEDGEMENTS_MAX),
                        random.nextLong(DELAY_NANOS_MAX));
        List<Future<?>> writing = new ArrayList<>();
        int exitValue;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            for (Writer writer : writers) {
                writing.add(
                        threads.submit(
                                () -> writer.writeUntilTheServerIsGone(clients.tables(), kill)));
            }
            exitValue = kill.await(server);
        }
        for (Future<?> each : writing) {
            each.get();
        }
        return exitValue;
    }

    /// Starts the server again and looks at everything. Answers what contradicts the promises.
    List<String> violationsAfterRestart() throws IOException {
        clients.close();
        server = ServerProcess.start(directory);
        clients = Clients.of(server.endpoint());
        CrashTable table = new CrashTable(clients);
        List<Map<String, AttributeValue>> items = table.items();
        List<String> violations = violations(byKey(items), table.streamContent());
        violations.addAll(indexViolations(table, byKey(items)));
        settle(byKey(items));
        writers.forEach(writer -> writer.resume(items));
        return violations;
    }

    @Override
    public void close() {
        clients.close();
        server.kill();
    }

    private List<String> violations(Map<Item, Item> items, StreamContent stream) {
        List<String> violations = new ArrayList<>();
        violations.addAll(AcknowledgedWritesSurvive.violations(journal, items));
        violations.addAll(acknowledged.violations(stream));
        violations.addAll(SequenceNumbersIncreaseWithinShard.violations(stream));
        violations.addAll(ChangesOfOneItemKeepTheirOrderAcrossShards.violations(stream));
        violations.addAll(ReplayedStreamEqualsTable.violations(stream, List.of(), items.values()));
        return violations;
    }

    private static List<String> indexViolations(CrashTable table, Map<Item, Item> items) {
        return CrashIndexes.ALL.stream()
                .flatMap(index ->
                        IndexEqualsProjectionOfTable.violations(
                                index, ModelForms.KEY_SCHEMA, items.values(), table.entries(index))
                                .stream())
                .toList();
    }

    // What was found is from now on as good as acknowledged: no later crash may take it back.
    private void settle(Map<Item, Item> items) {
        writers.stream()
                .flatMap(writer -> writer.keys().stream())
                .forEach(key -> {
                    journal.sent(key, items.get(key));
                    journal.acknowledged(key);
                });
    }

    private static Map<Item, Item> byKey(List<Map<String, AttributeValue>> items) {
        Map<Item, Item> byKey = new HashMap<>();
        items.forEach(
                item -> byKey.put(ModelForms.item(CrashTable.keyOf(item)), ModelForms.item(item)));
        return byKey;
    }
}
