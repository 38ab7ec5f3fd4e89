package dev.millrace.engine.operation;

import dev.millrace.engine.schedule.Timer;

import java.time.Instant;

/// When tables leave their passing statuses, if they stay in them for a while.
public final class SettlingTimer implements Timer {
    private final TableAccess access;
    private final TableSettling settling;
    private final Runnable settled;

    /// @param settled is told whenever a table has left its status
    public SettlingTimer(TableAccess access, Runnable settled) {
        this.access = access;
        this.settled = settled;
        this.settling = new TableSettling(access);
    }

    @Override
    public Instant due() {
        return access.statusDelay().nextEnd();
    }

    @Override
    public void run() {
        access.statusDelay()
                .end()
                .ifPresent(table -> {
                    settling.settleNow(table);
                    settled.run();
                });
    }
}
