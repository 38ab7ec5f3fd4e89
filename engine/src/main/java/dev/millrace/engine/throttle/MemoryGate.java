package dev.millrace.engine.throttle;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.error.OverloadException;

/// The memory that all requests together may take up with what they read and answer.
///
/// A request sets memory aside before it reads much, and is refused if there is none to be had
/// soon. What was set aside belongs to the thread that carries the request out. Whoever began the
/// request knows when its answer has gone, and gives everything back. Safe for many threads.
public interface MemoryGate {
    /// What a request takes up to read items of this size together, without counting: the number of
    /// requests bounds that well enough.
    int SMALL_BYTES_MAX = 16 << 10;

    /// What an item takes up as it is read, changed and answered, in multiples of its size.
    int COPIES = 3;

    /// What a page of items or records takes up, which are 1 MB and one more item together.
    long PAGE_BYTES = COPIES * (1L << 20);

    /// Lets everything through.
    MemoryGate NONE =
            new MemoryGate() {
                @Override
                public boolean tryTake(long bytes) {
                    return true;
                }

                @Override
                public void giveBack() {}
            };

    /// Sets memory aside for the request of the current thread, waiting a little if there is none.
    ///
    /// @return whether there was any
    boolean tryTake(long bytes);

    /// Gives back all that the current thread has set aside.
    void giveBack();

    /// Sets memory aside.
    ///
    /// @throws ApiException `ThrottlingException` if there is none to be had soon
    default void take(long bytes) {
        if (!tryTake(bytes)) {
            throw new OverloadException();
        }
    }

    /// Sets memory aside for items of this size together, unless they are small.
    ///
    /// @throws ApiException `ThrottlingException` if there is none to be had soon
    default void takeFor(long itemBytes) {
        if (itemBytes > SMALL_BYTES_MAX) {
            take(COPIES * itemBytes);
        }
    }
}
