package dev.millrace.bench.table;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Operation;

import java.util.List;
import java.util.concurrent.TimeUnit;

/// A table that exists while this is open.
public final class BenchTable implements AutoCloseable {
    private static final Operation CREATE = Operation.ofTables("CreateTable");
    private static final Operation DESCRIBE = Operation.ofTables("DescribeTable");
    private static final Operation DELETE = Operation.ofTables("DeleteTable");
    private static final int DESCRIBES_MAX = 1_200;
    private static final long PAUSE_MILLIS = 100;

    private final Service service;
    private final String name;

    private BenchTable(Service service, String name) {
        this.service = service;
        this.name = name;
    }

    /// Creates the table and waits until it can be used.
    public static BenchTable create(Service service, String name, TableShape shape) {
        BenchTable table = new BenchTable(service, name);
        try (Caller caller = new Caller(service.tables())) {
            caller.ask(CREATE, shape.request(name));
            table.awaitActive(caller);
        }
        return table;
    }

    public Service service() {
        return service;
    }

    public String name() {
        return name;
    }

    /// The ARN of its stream.
    ///
    /// @throws BenchException if it has none
    public String streamArn() {
        try (Caller caller = new Caller(service.tables())) {
            return JsonText.first(caller.ask(DESCRIBE, request()), "LatestStreamArn")
                    .orElseThrow(() -> new BenchException("table " + name + " has no stream"));
        }
    }

    /// Deletes it.
    @Override
    public void close() {
        try (Caller caller = new Caller(service.tables())) {
            caller.ask(DELETE, request());
        }
    }

    private void awaitActive(Caller caller) {
        for (int i = 0; i < DESCRIBES_MAX; i++) {
            List<String> statuses = JsonText.all(caller.ask(DESCRIBE, request()), "TableStatus");
            if (statuses.contains("ACTIVE")) {
                return;
            }
            pause();
        }
        throw new BenchException("table " + name + " does not become active");
    }

    private String request() {
        return "{\"TableName\":\"" + name + "\"}";
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while a table was created", e);
        }
    }
}
