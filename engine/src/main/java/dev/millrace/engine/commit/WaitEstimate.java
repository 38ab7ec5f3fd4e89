package dev.millrace.engine.commit;

/// How many commands may wait so that the last of them has its turn in time, by the pace at which
/// groups were carried out of late.
///
/// All that waits is the next group, as long as it is not more than a group may have. So while a
/// group takes little time, a whole group may wait whatever the pace of small groups was; where
/// groups take long, only as many commands as their pace allows.
final class WaitEstimate {
    /// So many may wait in any case: some have to be carried out for the pace to be known.
    static final int COMMANDS_MIN = 128;

    private static final double FULL_GROUP_WEIGHT = 0.5;

    private final QueueBounds bounds;
    private double nanosPerCommand;
    private int commandsMax;

    /// An estimate that knows no pace yet.
    WaitEstimate(QueueBounds bounds) {
        this.bounds = bounds;
        this.commandsMax = bounds.commandsMax();
    }

    /// Takes note of a group. Large ones say more of the pace under load than small ones, and one
    /// alone says little.
    void carriedOut(int commands, long nanos) {
        if (!bounds.hasTime()) {
            return;
        }
        double pace = (double) nanos / commands;
        double weight = FULL_GROUP_WEIGHT * commands / Sequencer.GROUP_COMMANDS_MAX;
        nanosPerCommand += weight * (pace - nanosPerCommand);
        long waitMax = bounds.waitMax().toNanos();
        int least = nanos <= waitMax / 2 ? Sequencer.GROUP_COMMANDS_MAX : COMMANDS_MIN;
        double inTime = waitMax / Math.max(nanosPerCommand, 1);
        commandsMax = (int) Math.min(bounds.commandsMax(), Math.max(inTime, least));
    }

    /// How many commands may wait.
    int commandsMax() {
        return commandsMax;
    }
}
