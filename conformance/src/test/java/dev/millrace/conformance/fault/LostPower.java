package dev.millrace.conformance.fault;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/// A recorded directory, replayed call by call, and as it would be found if the power went at any
/// moment.
///
/// The rules are those of POSIX: the content of a file is certain once the file was synced, its
/// name once its directory was. What was not synced is there in part or not at all, also in another
/// order. Names change in their order, as every journaling file system has it.
final class LostPower implements AutoCloseable {
    private final DataInputStream journal;
    private final Map<Integer, DiskFile> files = new HashMap<>();
    private final Map<String, Integer> names = new HashMap<>();
    private final List<DiskEvent> unsyncedNames = new ArrayList<>();
    private long events;

    LostPower(Path journal) throws IOException {
        this.journal =
                new DataInputStream(
                        new BufferedInputStream(Files.newInputStream(journal), 1 << 16));
    }

    /// Replays calls until so many have been made. Whether there were so many.
    boolean replay(long until) throws IOException {
        while (events < until) {
            Optional<DiskEvent> event = DiskEvent.read(journal);
            if (event.isEmpty()) {
                return false;
            }
            apply(event.get());
            events++;
        }
        return true;
    }

    /// Writes what would be found into `directory`.
    void write(Path directory, DiskFile.Luck luck, Random random) throws IOException {
        Files.createDirectories(directory);
        Map<String, Integer> found = new HashMap<>(names);
        int kept =
                switch (luck) {
                    case NONE -> 0;
                    case ALL -> unsyncedNames.size();
                    case BEGINNING, SECTORS -> random.nextInt(unsyncedNames.size() + 1);
                };
        unsyncedNames.subList(0, kept).forEach(event -> apply(event, found));
        for (Map.Entry<String, Integer> name : found.entrySet()) {
            DiskFile file = files.computeIfAbsent(name.getValue(), _ -> new DiskFile());
            Path place = directory.resolve(name.getKey());
            Files.createDirectories(Objects.requireNonNull(place.getParent()));
            Files.write(place, file.afterPowerLoss(luck, random));
        }
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }

    private void apply(DiskEvent event) {
        switch (event) {
            case DiskEvent.Written written -> file(written.file()).change(written);
            case DiskEvent.Truncated truncated -> file(truncated.file()).change(truncated);
            case DiskEvent.Synced(int file) -> file(file).sync();
            case DiskEvent.DirectorySynced() -> {
                unsyncedNames.forEach(change -> apply(change, names));
                unsyncedNames.clear();
            }
            case DiskEvent.Created _, DiskEvent.Renamed _, DiskEvent.Unlinked _ ->
                    unsyncedNames.add(event);
        }
    }

    private static void apply(DiskEvent event, Map<String, Integer> names) {
        switch (event) {
            case DiskEvent.Created(int file, String name) -> names.put(name, file);
            case DiskEvent.Unlinked(String name) -> names.remove(name);
            case DiskEvent.Renamed(String from, String to) -> {
                Integer file = names.remove(from);
                if (file != null) {
                    names.put(to, file);
                }
            }
            case DiskEvent.Written _,
                    DiskEvent.Truncated _,
                    DiskEvent.Synced _,
                    DiskEvent.DirectorySynced _ ->
                    throw new IllegalStateException("no change of a name");
        }
    }

    private DiskFile file(int id) {
        return files.computeIfAbsent(id, _ -> new DiskFile());
    }
}
