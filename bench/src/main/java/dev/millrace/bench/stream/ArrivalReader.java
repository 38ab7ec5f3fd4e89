package dev.millrace.bench.stream;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.table.BenchTable;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/// A thread that reads the shard which the records of [SingleWriter]'s item go to, and notes when
/// each of them came. When the shard has ended, it goes on in the one that followed.
final class ArrivalReader implements AutoCloseable {
    private static final int ARRIVALS_MAX = 16;
    private static final long ARRIVAL_SECONDS_MAX = 60;
    private static final Duration THROTTLE_PAUSE = Duration.ofMillis(200);

    private final Caller caller;
    private final ShardSearch search;
    private final Reading reading;
    private final BlockingQueue<Long> arrivals = new ArrayBlockingQueue<>(ARRIVALS_MAX);
    private final Thread thread;
    private ShardReader reader;
    private volatile boolean isClosed;
    private volatile @Nullable RuntimeException failure;

    private ArrivalReader(Caller caller, BenchTable table, Reading reading) {
        this.caller = caller;
        this.search = new ShardSearch(caller, table, reading);
        this.reading = reading;
        this.reader = search.find().reader();
        this.thread = Thread.ofPlatform().daemon().name("bench-reader").unstarted(this::readAll);
    }

    /// A reader behind the first record of `table`, which has one or is about to.
    ///
    /// @throws BenchException if none comes
    static ArrivalReader start(BenchTable table, Reading reading) {
        Caller caller = new Caller(table.service().streams());
        try {
            ArrivalReader reader = new ArrivalReader(caller, table, reading);
            reader.thread.start();
            return reader;
        } catch (RuntimeException e) {
            caller.close();
            throw e;
        }
    }

    /// When the next record came, by the clock that counts nanoseconds.
    ///
    /// @throws BenchException if none comes
    long next() {
        try {
            Long arrival = arrivals.poll(ARRIVAL_SECONDS_MAX, TimeUnit.SECONDS);
            RuntimeException known = failure;
            if (known != null) {
                throw new BenchException("the reader failed: " + known.getMessage(), known);
            }
            if (arrival == null) {
                throw new BenchException(
                        "a record did not reach its reader within " + ARRIVAL_SECONDS_MAX + " s");
            }
            return arrival;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        caller.close();
        thread.interrupt();
    }

    private void readAll() {
        try {
            while (!isClosed) {
                if (reader.isAtEnd()) {
                    follow();
                } else {
                    read();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private void read() throws InterruptedException {
        int count = reader.read();
        arrived(reader.count(SingleWriter.RECORD));
        if (count == 0) {
            reading.rest();
        } else if (count < 0) {
            Times.pause(THROTTLE_PAUSE);
        }
    }

    private void follow() throws InterruptedException {
        ShardSearch.Place place = search.find();
        arrived(place.records());
        reader = place.reader();
    }

    private void arrived(int records) throws InterruptedException {
        long now = System.nanoTime();
        for (int i = 0; i < records; i++) {
            arrivals.put(now);
        }
    }

    // Closing breaks the call that is under way.
    private void failed(RuntimeException e) {
        if (!isClosed) {
            failure = e;
            arrivals.offer(0L);
        }
    }
}
