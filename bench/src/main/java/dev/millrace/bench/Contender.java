package dev.millrace.bench;

import dev.millrace.bench.http.BenchException;
import dev.millrace.bench.http.Caller;
import dev.millrace.bench.http.Credentials;
import dev.millrace.bench.http.Endpoint;
import dev.millrace.bench.http.Operation;
import dev.millrace.bench.process.StartedServer;
import dev.millrace.bench.table.BenchTable;
import dev.millrace.bench.table.Service;
import dev.millrace.bench.table.TableShape;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One of the servers that are measured, running.
///
/// @param letter what it is called in results
/// @param service where it is
/// @param started the process, if the benchmark started it
record Contender(String letter, Service service, Optional<StartedServer> started) {
    private static final Operation LIST = Operation.ofTables("ListTables");
    private static final Pattern AMAZON =
            Pattern.compile("(https?://)(dynamodb\\.[a-z0-9-]+\\.amazonaws\\.com(?:\\.cn)?)");

    /// How the servers are reached.
    ///
    /// @param region the region of signatures
    /// @param credentials what requests are signed with
    /// @param directory where the data of those that are started goes
    record Access(String region, Credentials credentials, Path directory) {

        /// How the server of a side is started.
        StartedServer.Recipe recipe(Plan.Side side) {
            return new StartedServer.Recipe(
                    side.command().orElseThrow(), side.endpoint(), region, credentials, directory);
        }
    }

    /// Starts the server if it has to be started, and looks whether it answers.
    static Contender open(Plan.Side side, Access access, Cleanup cleanup) {
        if (side.command().isPresent()) {
            StartedServer server = cleanup.add(StartedServer.start(access.recipe(side)));
            return of(side, server.endpoint(), Optional.of(server));
        }
        Endpoint endpoint =
                new Endpoint(side.endpoint().orElseThrow(), access.region(), access.credentials());
        try (Caller caller = new Caller(endpoint)) {
            caller.ask(LIST, "{\"Limit\":1}");
        }
        return of(side, endpoint, Optional.empty());
    }

    /// Creates a table that goes when the benchmark ends. Those of a server that ends as well go
    /// with it.
    BenchTable table(String name, TableShape shape, Cleanup cleanup) {
        BenchTable table = BenchTable.create(service, name, shape);
        cleanup.add(() -> {
            if (started.isEmpty() || !cleanup.isProcessEnding()) {
                table.close();
            }
        });
        return table;
    }

    /// The memory that it holds, in bytes, if the benchmark started it.
    Optional<Long> residentBytes() {
        return started.map(StartedServer::residentBytes);
    }

    private static Contender of(Plan.Side side, Endpoint tables, Optional<StartedServer> started) {
        URI streams = side.streamsEndpoint().orElseGet(() -> streamsOf(tables.uri()));
        Endpoint streamsEndpoint = new Endpoint(streams, tables.region(), tables.credentials());
        return new Contender(side.letter(), new Service(tables, streamsEndpoint), started);
    }

    private static URI streamsOf(URI tables) {
        Matcher matcher = AMAZON.matcher(tables.toString());
        if (!matcher.lookingAt()) {
            return tables;
        }
        return URI.create(matcher.group(1) + "streams." + matcher.group(2));
    }

    /// The servers of all sides.
    static List<Contender> openAll(Plan plan, Access access, Cleanup cleanup) {
        return plan.sides().stream()
                .map(side -> {
                    try {
                        return open(side, access, cleanup);
                    } catch (BenchException e) {
                        throw new BenchException(
                                "server " + side.letter() + ": " + e.getMessage(), e);
                    }
                })
                .toList();
    }
}
