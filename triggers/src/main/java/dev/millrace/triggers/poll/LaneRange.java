package dev.millrace.triggers.poll;

/// Records of one lane that were sent together, by their place in the shard.
///
/// @param lane the lane that they were sent by
/// @param lanes how many there were
/// @param first the sequence number of the first of them
/// @param last the sequence number of the last of them
public record LaneRange(int lane, int lanes, String first, String last) {
    /// Whether a checkpoint with this progress covers all of them.
    public boolean isPassedBy(Progress progress) {
        boolean sameLanes = progress.done().size() == lanes;
        return progress.isEnded()
                || SequenceOrder.isCovered(
                        last, sameLanes ? progress.done().get(lane) : progress.readAfter());
    }

    /// Whether the last of them stands before or at this number.
    public boolean endsBefore(String sequenceNumber) {
        return SequenceOrder.isCovered(last, sequenceNumber);
    }

    /// Whether the record with this number, whose key has this hash, is one of them.
    public boolean covers(String sequenceNumber, int keyHash) {
        return Progress.laneOf(keyHash, lanes) == lane
                && SequenceOrder.isCovered(first, sequenceNumber)
                && SequenceOrder.isCovered(sequenceNumber, last);
    }
}
