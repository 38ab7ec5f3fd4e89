package dev.millrace.bench.load;

import com.sun.management.OperatingSystemMXBean;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.result.Sample;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Many connections to one endpoint, shared by a few threads, for any number of runs.
public final class Load implements AutoCloseable {
    private static final double NANOS_A_SECOND = 1e9;
    private static final Duration FOREVER = Duration.ofDays(1);

    private final List<LoadLoop> loops = new ArrayList<>();
    private final ExecutorService threads;

    /// A source of requests for one of the threads.
    @FunctionalInterface
    public interface Sources {

        /// @param thread which of the threads, from 0
        RequestSource of(int thread);
    }

    /// Connects.
    public Load(Endpoint endpoint, int connections, int threadCount, Sources sources) {
        threads = Executors.newFixedThreadPool(threadCount);
        try {
            int first = 0;
            for (int i = 0; i < threadCount; i++) {
                int next = connections * (i + 1) / threadCount;
                loops.add(new LoadLoop(endpoint, first, next - first, sources.of(i)));
                first = next;
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /// Sends everything that the sources have.
    public Sample runAll() {
        return run(new Pace.Closed(), FOREVER);
    }

    /// Sends for so long.
    public Sample run(Pace pace, Duration duration) {
        OperatingSystemMXBean process =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long cpuBefore = process.getProcessCpuTime();
        long start = System.nanoTime();
        List<Tally> tallies = together(pace, start, duration);
        long cpu = process.getProcessCpuTime() - cpuBefore;
        return sample(pace, start, duration, tallies, cpu / NANOS_A_SECOND);
    }

    @Override
    public void close() {
        loops.forEach(LoadLoop::close);
        threads.shutdownNow();
    }

    private List<Tally> together(Pace pace, long start, Duration duration) {
        List<Future<Tally>> running =
                IntStream.range(0, loops.size())
                        .mapToObj(i -> {
                            Schedule schedule =
                                    Schedule.of(pace, start, duration.toNanos(), i, loops.size());
                            return threads.submit(() -> run(loops.get(i), schedule));
                        })
                        .toList();
        return running.stream().map(Load::join).toList();
    }

    private static Tally run(LoadLoop loop, Schedule schedule) {
        Tally tally = new Tally();
        loop.run(schedule, tally);
        return tally;
    }

    private static Sample sample(
            Pace pace, long start, Duration duration, List<Tally> tallies, double cpuSeconds) {
        double lastAnswer =
                tallies.stream().mapToLong(tally -> tally.lastAnswerNanos() - start).max().orElse(0)
                        / NANOS_A_SECOND;
        double planned = duration.toNanos() / NANOS_A_SECOND;
        double seconds =
                switch (pace) {
                    case Pace.Open _ -> Math.max(planned, lastAnswer);
                    case Pace.Closed _ -> duration.equals(FOREVER) ? lastAnswer : planned;
                };
        Sample.Collector collector = new Sample.Collector(seconds, cpuSeconds);
        tallies.forEach(tally ->
                collector
                        .add(tally.nanos(), tally.lateness())
                        .count(tally.items(), tally.errors(), tally.throttles())
                        .unanswered(tally.unanswered())
                        .busy(tally.busyNanos() / NANOS_A_SECOND)
                        .failures(tally.firstErrors()));
        return collector.sample();
    }

    private static Tally join(Future<Tally> running) {
        try {
            return running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof BenchException known
                    ? new BenchException(String.valueOf(known.getMessage()), e)
                    : new IllegalStateException("a load thread failed", e);
        }
    }
}
