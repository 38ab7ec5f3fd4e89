package dev.millrace.bench.workload;

import java.util.Random;

/// The keys of a table and the chance that picks among them.
///
/// @param count how many keys there are, from 0 on
/// @param random what choices follow from; used by one thread
record Keys(int count, Random random) {

    /// Any key.
    int any() {
        return random.nextInt(count);
    }

    /// What a payload follows from.
    int cut() {
        return random.nextInt(Integer.MAX_VALUE);
    }
}
