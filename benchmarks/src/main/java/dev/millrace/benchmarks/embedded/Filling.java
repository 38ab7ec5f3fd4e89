package dev.millrace.benchmarks.embedded;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Fills a table as fast as it goes: several threads, each with keys of its own, 25 items a batch.
public final class Filling {
    private static final int THREADS = 4;
    private static final int BATCH_ITEMS = 25;

    private final StreamedTable table;
    private final ItemSource items;
    private final int keysPerThread;
    private final int[] next = new int[THREADS];

    /// @param keys how many keys there are, which are put again and again; a multiple of 100
    public Filling(StreamedTable table, ItemSource items, int keys) {
        this.table = table;
        this.items = items;
        keysPerThread = keys / THREADS;
    }

    /// Puts this many items; a multiple of 100.
    public void put(long count) {
        long batches = count / THREADS / BATCH_ITEMS;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<? extends Future<?>> parts =
                    IntStream.range(0, THREADS)
                            .mapToObj(thread -> threads.submit(() -> put(thread, batches)))
                            .toList();
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the table could not be filled", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the table was filled", e);
        }
    }

    private void put(int thread, long batches) {
        for (long i = 0; i < batches; i++) {
            int first = thread * keysPerThread + next[thread];
            table.putAll(
                    IntStream.range(first, first + BATCH_ITEMS)
                            .mapToObj(key -> items.item("k" + key))
                            .toList());
            next[thread] = (next[thread] + BATCH_ITEMS) % keysPerThread;
        }
    }
}
