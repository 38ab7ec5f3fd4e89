package dev.millrace.engine.catalog;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// An unchanging picture of all destinations of all tables.
public final class Destinations {
    /// No destination at all.
    public static final Destinations NONE = new Destinations(new TreeMap<>());

    private final NavigableMap<Integer, KinesisDestination> all;
    private final Map<Integer, KinesisDestination> takingByTable = new HashMap<>();

    private Destinations(NavigableMap<Integer, KinesisDestination> all) {
        this.all = all;
        all.values().stream()
                .filter(KinesisDestination::takesChanges)
                .forEach(destination -> takingByTable.put(destination.tableId(), destination));
    }

    Destinations with(KinesisDestination destination) {
        NavigableMap<Integer, KinesisDestination> next = new TreeMap<>(all);
        next.put(destination.id(), destination);
        return new Destinations(next);
    }

    Destinations without(int id) {
        NavigableMap<Integer, KinesisDestination> next = new TreeMap<>(all);
        next.remove(id);
        return new Destinations(next);
    }

    /// The destination that takes the changes of a table; null if there is none.
    public @Nullable KinesisDestination takingFrom(Table table) {
        return takingByTable.isEmpty() ? null : takingByTable.get(table.id());
    }

    /// Whether there is none.
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /// All of them, in the order in which they were enabled.
    public Collection<KinesisDestination> all() {
        return all.values();
    }

    /// The one with this id.
    public Optional<KinesisDestination> find(int id) {
        return Optional.ofNullable(all.get(id));
    }

    /// Those of a table that clients see, the one that was enabled last first.
    public List<KinesisDestination> shownOf(Table table) {
        return all.descendingMap().values().stream()
                .filter(each -> each.shown() && each.tableId() == table.id())
                .toList();
    }
}
