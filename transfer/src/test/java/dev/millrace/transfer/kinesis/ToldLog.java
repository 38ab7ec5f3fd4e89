package dev.millrace.transfer.kinesis;

import java.util.List;

/// A log that keeps its lines.
record ToldLog(List<String> lines) implements DeliveryLog {
    @Override
    public void trouble(String line) {
        lines.add(line);
    }

    @Override
    public void recovered(String line) {
        lines.add(line);
    }

    @Override
    public void fault(String what, Throwable cause) {
        lines.add(what);
    }
}
