package dev.millrace.consumers;

import dev.millrace.control.ControlClient;
import dev.millrace.server.MillraceServer;
import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import java.net.URI;
import java.util.Objects;

/// A table of a server of its own, with a stream whose shards split and roll between rounds of
/// writes. Each round puts the same keys once more.
public final class MovingTable implements AutoCloseable {
    /// The attribute with the partition key.
    public static final String KEY = "key";

    /// The attribute with the number of the round, a string.
    public static final String ROUND = "round";

    private static final String NAME = "Moving";
    private static final int KEYS = 24;

    private final MillraceServer server;
    private final ControlClient control;
    private final TableCalls calls;
    private int rounds;

    private MovingTable(MillraceServer server, ControlClient control) {
        this.server = server;
        this.control = control;
        this.calls = new TableCalls(server.endpoint());
    }

    /// Starts a server in memory with the table and an empty stream.
    public static MovingTable start() {
        MillraceServer server =
                MillraceServer.start(
                        ServerOptions.inMemory()
                                .withControl(ControlOptions.onPort(0, new ClockChoice.OfSystem())));
        ControlClient control = ControlClient.of(Objects.requireNonNull(server.controlEndpoint()));
        MovingTable table = new MovingTable(server, control);
        table.calls.create(NAME, KEY);
        return table;
    }

    /// Where the server answers.
    public URI endpoint() {
        return server.endpoint();
    }

    /// The stream of the table.
    public String streamArn() {
        return calls.streamArn(NAME);
    }

    /// How often each key has been put.
    public int rounds() {
        return rounds;
    }

    /// How many changes the stream holds.
    public int changes() {
        return rounds * KEYS;
    }

    /// Puts every key once more.
    public void write() {
        for (int key = 0; key < KEYS; key++) {
            calls.put(NAME, KEY, "k" + key, ROUND, String.valueOf(rounds));
        }
        rounds++;
    }

    /// Splits every open shard in two.
    public void split() {
        control.splitAll(NAME);
    }

    /// Closes every open shard and opens one child of each.
    public void roll() {
        control.rollAll(NAME);
    }

    /// Ends the stream: all of its shards are closed, and there are no others.
    public void end() {
        control.closeAll(NAME);
    }

    @Override
    public void close() {
        control.close();
        server.close();
    }
}
