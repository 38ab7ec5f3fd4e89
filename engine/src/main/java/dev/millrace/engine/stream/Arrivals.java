package dev.millrace.engine.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Who waits for what will be committed next, and how they are woken.
///
/// A reader says where it expects news, looks once more, and waits; the applier tells of news after
/// they can be read. Nobody polls. While nobody waits, the applier reads one number for each group
/// of commits. The number is raised before a reader is entered and lowered after it is taken out,
/// so whoever sees zero has published before that reader looks.
///
/// Each waiting reader holds a connection, so the bound on connections bounds this too.
public final class Arrivals {
    private final Map<Place, Set<Arrival>> expected = new ConcurrentHashMap<>();
    private final AtomicInteger expecting = new AtomicInteger();
    private volatile boolean ended;

    /// Expects news at any of `places`, from now on until the answer is closed.
    public Arrival expect(List<Place> places) {
        Arrival arrival = new Arrival(this, places);
        expecting.incrementAndGet();
        places.forEach(place -> enter(place, arrival));
        if (ended) {
            arrival.come();
        }
        return arrival;
    }

    /// How many readers wait or are about to.
    public int expecting() {
        return expecting.get();
    }

    /// Whether nobody waits, so that news need not be told.
    public boolean isIdle() {
        return expecting.get() == 0;
    }

    /// Wakes those who wait for news at `place`.
    public void tell(Place place) {
        Set<Arrival> readers = expected.remove(place);
        if (readers != null) {
            readers.forEach(Arrival::come);
        }
    }

    /// Wakes everybody; from now on nobody waits any more.
    public void end() {
        ended = true;
        expected.keySet().forEach(this::tell);
    }

    /// Whether waiting has ended for good.
    public boolean hasEnded() {
        return ended;
    }

    void forget(Arrival arrival) {
        arrival.places().forEach(place -> takeOut(place, arrival));
        expecting.decrementAndGet();
    }

    private void enter(Place place, Arrival arrival) {
        expected.compute(
                place,
                (_, known) -> {
                    Set<Arrival> readers = known == null ? ConcurrentHashMap.newKeySet() : known;
                    readers.add(arrival);
                    return readers;
                });
    }

    private void takeOut(Place place, Arrival arrival) {
        expected.computeIfPresent(
                place,
                (_, readers) -> {
                    readers.remove(arrival);
                    return readers.isEmpty() ? null : readers;
                });
    }
}
