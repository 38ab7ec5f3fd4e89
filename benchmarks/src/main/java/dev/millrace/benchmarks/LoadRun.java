package dev.millrace.benchmarks;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.benchmarks.http.BlockingClient;
import dev.millrace.benchmarks.http.LoadException;
import dev.millrace.benchmarks.http.LoadLoop;
import dev.millrace.benchmarks.http.RequestSource;
import dev.millrace.benchmarks.http.Tally;
import dev.millrace.benchmarks.workload.BenchmarkTable;
import dev.millrace.benchmarks.workload.CatchUp;
import dev.millrace.benchmarks.workload.CountOnOneItem;
import dev.millrace.benchmarks.workload.GetRandomItems;
import dev.millrace.benchmarks.workload.PutEachItemOnce;
import dev.millrace.benchmarks.workload.PutRandomItems;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// One workload from its empty table to its measurement: fill, warm up, measure.
///
/// @param number makes the name of the table
record LoadRun(LoadOptions options, WorkloadKind workload, int number) {

    /// Runs it.
    Measurement measure() {
        try (BlockingClient client = new BlockingClient(options.endpoint());
                BenchmarkTable table =
                        BenchmarkTable.create(
                                client,
                                "load-" + workload + "-" + number,
                                options.stream(),
                                options.indexes())) {
            if (workload.needsItems()) {
                fill(table);
            }
            return drive(table);
        }
    }

    private void fill(BenchmarkTable table) {
        Tally tally = new Tally();
        RequestSource items =
                new PutEachItemOnce(table.name(), options.keys(), options.itemBytes(), random(0));
        try (LoadLoop loop = new LoadLoop(options.endpoint(), options.connections(), items)) {
            loop.run(Long.MAX_VALUE / 2, tally);
        }
        if (tally.errors() > 0) {
            throw new LoadException("the table cannot be filled: " + tally.firstErrors());
        }
    }

    private Measurement drive(BenchmarkTable table) {
        List<LoadLoop> loops = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(options.threads())) {
            for (int i = 0; i < options.threads(); i++) {
                int connections = options.connections() / options.threads();
                loops.add(
                        new LoadLoop(
                                options.endpoint(), connections, source(table, connections, i)));
            }
            run(loops, threads, options.warmup());
            double before = clientSeconds();
            List<Tally> tallies = run(loops, threads, options.seconds());
            return Measurement.of(workload, options, tallies, clientSeconds() - before);
        } finally {
            loops.forEach(LoadLoop::close);
        }
    }

    private RequestSource source(BenchmarkTable table, int connections, int thread) {
        Random random = random(thread + 1);
        return switch (workload) {
            case PUT ->
                    new PutRandomItems(table.name(), options.keys(), options.itemBytes(), random);
            case GET -> new GetRandomItems(table.name(), options.keys(), random);
            case UPDATE -> new CountOnOneItem(table.name());
            case RECORDS -> new CatchUp(table, connections);
        };
    }

    private Random random(int part) {
        return new Random(options.seed() * 1_000 + part);
    }

    private static List<Tally> run(List<LoadLoop> loops, ExecutorService threads, int seconds) {
        List<Future<Tally>> running =
                loops.stream().map(loop -> threads.submit(() -> run(loop, seconds))).toList();
        return running.stream().map(LoadRun::join).toList();
    }

    private static Tally run(LoadLoop loop, int seconds) {
        Tally tally = new Tally();
        loop.run(TimeUnit.SECONDS.toNanos(seconds), tally);
        return tally;
    }

    private static Tally join(Future<Tally> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadException("interrupted", e);
        } catch (ExecutionException e) {
            throw new LoadException("a load thread failed", e);
        }
    }

    private static double clientSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime()
                / 1e9;
    }
}
