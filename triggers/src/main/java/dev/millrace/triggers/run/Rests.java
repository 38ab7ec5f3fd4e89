package dev.millrace.triggers.run;

import dev.millrace.triggers.failure.Backoff;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// How long what broke by a fault of ours is left alone: about a second at first, up to a minute if
/// it breaks again and again. Safe for many threads.
final class Rests {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Backoff backoff;
    private final Map<String, Integer> breaks = new ConcurrentHashMap<>();

    Rests(RandomGenerator random) {
        this.backoff = new Backoff(FIRST, LONGEST, random);
    }

    /// Takes note that `what` broke; gives how long it is to rest.
    Duration next(String what) {
        return backoff.after(breaks.merge(what, 1, Integer::sum));
    }

    /// Takes note that `what` has come further since it broke.
    void wentOn(String what) {
        breaks.remove(what);
    }
}
