package dev.millrace.conformance.fault;

import dev.millrace.engine.commit.LogUnavailableException;
import dev.millrace.store.StoreException;
import dev.millrace.testkit.store.UnreliableStore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// A random history of writes, time, restarts and losses of power on an unreliable disk.
///
/// For each key it knows what may be there: what the last acknowledged write left, and what each
/// write without an answer since would have left. A look at the item settles it.
final class FaultHistory {
    private static final int KEYS = 30;
    private static final int KEYS_OF_ONE_WRITE_MAX = 4;

    private final UnreliableStore store;
    private final FaultWorld world;
    private final Random random;
    private final Map<String, Set<Long>> possible = new HashMap<>();
    private final Map<Long, List<String>> unanswered = new HashMap<>();
    private long versions;
    private int failures;
    private int recoveries;

    FaultHistory(UnreliableStore store, FaultWorld world, Random random) {
        this.store = store;
        this.world = world;
        this.random = random;
        IntStream.range(0, KEYS).forEach(i -> possible.put(key(i), Set.of(0L)));
    }

    /// How many writes failed.
    int failures() {
        return failures;
    }

    /// How often the engine took writes again by itself.
    int recoveries() {
        return recoveries;
    }

    /// Does one thing, and answers what is wrong afterwards.
    List<String> step() {
        switch (random.nextInt(24)) {
            case 0 -> restart();
            case 1 -> losePower();
            case 2, 3, 4, 5 -> live();
            default -> write();
        }
        return world.isWritable() ? look() : List.of();
    }

    /// Waits until writes are taken, and answers what is wrong.
    List<String> end() {
        while (!world.isWritable()) {
            live();
        }
        return look();
    }

    private void write() {
        List<String> keys =
                random.ints(random.nextInt(1, KEYS_OF_ONE_WRITE_MAX + 1), 0, KEYS)
                        .distinct()
                        .mapToObj(FaultHistory::key)
                        .toList();
        long version = random.nextInt(5) == 0 ? 0 : ++versions;
        try {
            world.write(keys, version);
            keys.forEach(key -> possible.put(key, Set.of(version)));
        } catch (LogUnavailableException e) {
            failures++;
            if (e.getCause() != null) {
                keys.forEach(key -> allow(key, version));
                unanswered.put(version, keys);
            }
        }
    }

    private void allow(String key, long version) {
        Set<Long> more = new HashSet<>(possible.getOrDefault(key, Set.of()));
        more.add(version);
        possible.put(key, more);
    }

    private void live() {
        boolean before = world.isWritable();
        world.live(Duration.ofSeconds(random.nextInt(1, 40)));
        if (!before && world.isWritable()) {
            recoveries++;
        }
    }

    // A store that fails cannot be opened either, so the disk is repaired first.
    private void restart() {
        if (store.isBroken()) {
            losePower();
        } else {
            untilOpen(world::restart);
        }
    }

    private void losePower() {
        world.close();
        store.losePower();
        untilOpen(world::reopen);
    }

    // Opening writes too, and may hit the next fault.
    private void untilOpen(Runnable opening) {
        try {
            opening.run();
        } catch (StoreException | LogUnavailableException e) {
            store.losePower();
            untilOpen(world::reopen);
        }
    }

    private List<String> look() {
        List<String> violations = new ArrayList<>(world.violations());
        possible.replaceAll((key, versionsOfKey) -> {
            long found = world.version(key);
            if (!versionsOfKey.contains(found)) {
                violations.add(key + " has " + found + " and may have " + versionsOfKey);
            }
            return Set.of(found);
        });
        unanswered.forEach((version, keys) -> {
            long there =
                    keys.stream()
                            .filter(key -> possible.getOrDefault(key, Set.of()).contains(version))
                            .count();
            if (version != 0 && there != 0 && there != keys.size()) {
                violations.add("half of the write " + version + " is there");
            }
        });
        unanswered.clear();
        return violations;
    }

    private static String key(int i) {
        return "key-" + i;
    }
}
