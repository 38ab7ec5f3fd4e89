package dev.millrace.engine.operation;

import dev.millrace.engine.schedule.Timer;

import java.time.Instant;

/// When tables leave their passing statuses, if they stay in them for a while.
public final class SettlingTimer implements Timer {
    private final TableAccess access;
    private final TableSettling settling;

    public SettlingTimer(TableAccess access) {
        this.access = access;
        this.settling = new TableSettling(access);
    }

    @Override
    public Instant due() {
        return access.statusDelay().nextEnd();
    }

    @Override
    public void run() {
        access.statusDelay().end().ifPresent(settling::settleNow);
    }
}
