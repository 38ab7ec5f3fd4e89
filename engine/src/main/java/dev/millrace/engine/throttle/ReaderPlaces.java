package dev.millrace.engine.throttle;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;

import java.util.concurrent.Semaphore;

/// The places for readers of streams that wait for records: each waiting GetRecords takes one, and
/// each tail of a stream for as long as it is open. News wakes all who wait at one shard together,
/// so there must not be any number of them.
public final class ReaderPlaces {
    private final Semaphore free;

    /// As many places as `count`.
    public ReaderPlaces(int count) {
        free = new Semaphore(count);
    }

    /// Any number of places, for readers of our own.
    public static ReaderPlaces unlimited() {
        return new ReaderPlaces(Integer.MAX_VALUE);
    }

    /// Takes a place until it is closed.
    ///
    /// @throws ApiException `ThrottlingException` if there is none
    public Place take() {
        if (!free.tryAcquire()) {
            throw new OverloadException();
        }
        return free::release;
    }

    /// A place that was taken.
    @FunctionalInterface
    public interface Place extends AutoCloseable {
        /// Gives the place back; to be called once.
        @Override
        void close();
    }
}
