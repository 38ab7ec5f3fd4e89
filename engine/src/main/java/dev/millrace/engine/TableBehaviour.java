package dev.millrace.engine;

import java.time.Duration;

/// How tables behave where a server may choose.
///
/// @param statusDelay how long a table or stream stays in a passing status such as CREATING; zero
///   has every change complete when it is answered
/// @param timeToLiveInterval the time between two looks for expired items; more than zero
/// @param throttling whether provisioned and maximum throughput are enforced
/// @param itemCollectionBytesMax the size above which an item collection takes no more, in tables
///   with local indexes
public record TableBehaviour(
        Duration statusDelay,
        Duration timeToLiveInterval,
        boolean throttling,
        long itemCollectionBytesMax) {
    /// The size above which an item collection takes no more on AWS.
    public static final long ITEM_COLLECTION_BYTES_MAX = 10L << 30;

    /// No delay, no throttling, a look for expired items twice a minute.
    public static final TableBehaviour DEFAULT =
            new TableBehaviour(Duration.ZERO, Duration.ofSeconds(30), false);

    /// Item collections as large as on AWS.
    public TableBehaviour(Duration statusDelay, Duration timeToLiveInterval, boolean throttling) {
        this(statusDelay, timeToLiveInterval, throttling, ITEM_COLLECTION_BYTES_MAX);
    }
}
