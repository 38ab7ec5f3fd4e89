package dev.millrace.engine.item;

import java.util.List;

/// A part of the unsigned 64-bit hash space.
///
/// @param first the first hash, inclusive
/// @param last the last hash, inclusive; unsigned it is `first` or more
public record HashRange(long first, long last) {
    /// The range of the partition at `index`.
    ///
    /// @param firstHashes where the partitions begin, ascending from zero
    public static HashRange ofPartition(List<Long> firstHashes, int index) {
        boolean isLast = index == firstHashes.size() - 1;
        return new HashRange(firstHashes.get(index), isLast ? -1L : firstHashes.get(index + 1) - 1);
    }

    /// Where the piece with this number begins, when the range is cut into `pieces` equal ones.
    public long startOf(int piece, int pieces) {
        return first + pieceLength(pieces) * piece;
    }

    /// The piece that a hash of this range is in, when the range is cut into `pieces` equal ones.
    public int pieceOf(long hash, int pieces) {
        return (int) Long.divideUnsigned(hash - first, pieceLength(pieces));
    }

    /// Whether the range can be cut into so many pieces.
    public boolean hasAtLeast(int hashes) {
        return Long.compareUnsigned(last - first, hashes - 1L) >= 0;
    }

    // Rounded up, so that the last hash is in the last piece. No overflow: there are two pieces or
    // more.
    private long pieceLength(int pieces) {
        return Long.divideUnsigned(last - first, pieces) + 1;
    }
}
