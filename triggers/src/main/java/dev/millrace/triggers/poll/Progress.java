package dev.millrace.triggers.poll;

import dev.millrace.triggers.window.WindowState;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;

/// How far a shard has been gone through: the content of a checkpoint.
///
/// @param done for each lane the sequence number up to which all its records are done; null if none
///   is, and the shard is to be read from its beginning
/// @param isEnded whether the shard is closed and all of it done, so that its children may begin
/// @param window the tumbling window that is open; null for none
/// @param earlier what was done, in the same form, when there were other numbers of lanes; as long
///   as that goes beyond what is done by now
public record Progress(
        List<@Nullable String> done,
        boolean isEnded,
        @Nullable WindowState window,
        List<LanesDone> earlier) {
    /// The progress of a shard that nothing is known of: everything is still to be done.
    public static final Progress NONE =
            new Progress(Collections.singletonList(null), false, null, List.of());

    /// The progress of a shard that is done.
    public static final Progress ENDED =
            new Progress(Collections.singletonList(null), true, null, List.of());

    /// The progress of a shard whose records up to a sequence number are done, or not wanted.
    public static Progress behind(String sequenceNumber) {
        return new Progress(List.of(sequenceNumber), false, null, List.of());
    }

    /// The sequence number behind which reading must begin; null for the shard's beginning.
    public @Nullable String readAfter() {
        return new LanesDone(done).slowest();
    }

    /// Whether the record with this number, whose key has this hash, is done.
    boolean covers(String sequenceNumber, int keyHash) {
        return new LanesDone(done).covers(sequenceNumber, keyHash)
                || earlier.stream().anyMatch(lanes -> lanes.covers(sequenceNumber, keyHash));
    }

    /// The lane that a key belongs to.
    static int laneOf(int keyHash, int lanes) {
        return Math.floorMod(keyHash, lanes);
    }
}
