package dev.millrace.engine.operation;

/// How many calls of one operation a second takes: a bucket that holds as many as that and fills
/// evenly.
final class CallRate {
    private static final long SECOND_MILLIS = 1_000;

    private final int perSecond;
    private long tokens;
    private long filledMillis;

    CallRate(int perSecond) {
        this.perSecond = perSecond;
        this.tokens = perSecond * SECOND_MILLIS;
    }

    /// Whether one more call is within the limit; it is counted if so.
    synchronized boolean admits(long nowMillis) {
        long passed = Math.clamp(nowMillis - filledMillis, 0, SECOND_MILLIS);
        tokens = Math.min(tokens + passed * perSecond, perSecond * SECOND_MILLIS);
        filledMillis = nowMillis;
        if (tokens < SECOND_MILLIS) {
            return false;
        }
        tokens -= SECOND_MILLIS;
        return true;
    }
}
