package dev.millrace.conformance.fault;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// What a disk holds of one file for certain, and what it may hold besides.
final class DiskFile {
    private static final int SECTOR_BYTES = 512;

    private byte[] certain = {};
    private final List<DiskEvent> unsynced = new ArrayList<>();

    /// How much of what was not synced is found after the power is back.
    enum Luck {
        /// Nothing.
        NONE,
        /// A beginning, which may end in the middle of a write.
        BEGINNING,
        /// Any sectors of it.
        SECTORS,
        /// Everything.
        ALL
    }

    void change(DiskEvent event) {
        unsynced.add(event);
    }

    void sync() {
        for (DiskEvent event : unsynced) {
            certain = apply(event, certain);
        }
        unsynced.clear();
    }

    /// What the file holds after a loss of power now.
    byte[] afterPowerLoss(Luck luck, Random random) {
        byte[] found = certain.clone();
        switch (luck) {
            case NONE -> {}
            case ALL -> {
                for (DiskEvent event : unsynced) {
                    found = apply(event, found);
                }
            }
            case BEGINNING -> {
                int whole = unsynced.isEmpty() ? 0 : random.nextInt(unsynced.size());
                for (DiskEvent event : unsynced.subList(0, whole)) {
                    found = apply(event, found);
                }
                if (whole < unsynced.size()) {
                    found = torn(unsynced.get(whole), found, random);
                }
            }
            case SECTORS -> {
                for (DiskEvent event : unsynced) {
                    found = scattered(event, found, random);
                }
            }
        }
        return found;
    }

    private static byte[] torn(DiskEvent event, byte[] found, Random random) {
        return event instanceof DiskEvent.Written(_, long offset, byte[] bytes)
                ? write(found, offset, Arrays.copyOf(bytes, random.nextInt(bytes.length)))
                : found;
    }

    // Sectors that were not written hold zeros if the file grew.
    private static byte[] scattered(DiskEvent event, byte[] before, Random random) {
        if (!(event instanceof DiskEvent.Written(_, long offset, byte[] bytes))) {
            return random.nextBoolean() ? apply(event, before) : before;
        }
        byte[] found = before;
        for (int from = 0; from < bytes.length; ) {
            int sector = SECTOR_BYTES - (int) ((offset + from) % SECTOR_BYTES);
            int to = Math.min(bytes.length, from + sector);
            if (random.nextBoolean()) {
                found = write(found, offset + from, Arrays.copyOfRange(bytes, from, to));
            }
            from = to;
        }
        return found;
    }

    private static byte[] apply(DiskEvent event, byte[] before) {
        return switch (event) {
            case DiskEvent.Written(_, long offset, byte[] bytes) -> write(before, offset, bytes);
            case DiskEvent.Truncated(_, long length) -> Arrays.copyOf(before, (int) length);
            case DiskEvent.Created _,
                    DiskEvent.Synced _,
                    DiskEvent.Renamed _,
                    DiskEvent.Unlinked _,
                    DiskEvent.DirectorySynced _ ->
                    before;
        };
    }

    private static byte[] write(byte[] before, long offset, byte[] bytes) {
        int end = (int) offset + bytes.length;
        byte[] after = end > before.length ? Arrays.copyOf(before, end) : before;
        System.arraycopy(bytes, 0, after, (int) offset, bytes.length);
        return after;
    }
}
