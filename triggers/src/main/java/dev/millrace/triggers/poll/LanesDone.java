package dev.millrace.triggers.poll;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// How far each of a number of lanes has come in a shard.
///
/// @param byLane the sequence number up to which all records of the lane are done; null if none is
public record LanesDone(List<@Nullable String> byLane) {
    /// The sequence number up to which all lanes are done; null for the shard's beginning.
    @Nullable String slowest() {
        String first = byLane.getFirst();
        for (String each : byLane) {
            first = SequenceOrder.earlier(first, each);
        }
        return first;
    }

    /// Whether some lane has come further than the slowest of `others`.
    boolean isAheadOf(LanesDone others) {
        String slowest = others.slowest();
        for (String each : byLane) {
            if (each != null && !SequenceOrder.isCovered(each, slowest)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the record with this number, whose key has this hash, is done.
    boolean covers(String sequenceNumber, int keyHash) {
        int lane = Progress.laneOf(keyHash, byLane.size());
        return SequenceOrder.isCovered(sequenceNumber, byLane.get(lane));
    }
}
