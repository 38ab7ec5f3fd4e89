package dev.millrace.server.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.Engine;
import dev.millrace.engine.EngineOptions;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.server.http.HttpBounds;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.run.StreamOperations;
import dev.millrace.triggers.run.Surroundings;
import dev.millrace.triggers.run.Triggers;
import dev.millrace.wire.JsonInput;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The description of the control API against its routes.
class OpenApiTest {
    @Test
    void everyRouteIsDescribedWithItsMembersAndNoOther() {
        assertThat(described()).isEqualTo(offered());
    }

    private static Map<String, Set<String>> offered() {
        Map<String, Set<String>> offered = new TreeMap<>();
        routes(routes ->
                routes.all()
                        .forEach(route ->
                                offered.put(
                                        route.method() + " " + route.path(),
                                        new TreeSet<>(route.known()))));
        return offered;
    }

    private static Map<String, Set<String>> described() {
        Map<String, Set<String>> described = new TreeMap<>();
        routes(routes -> {
            byte[] file =
                    routes.find("GET", "/openapi.json")
                            .action()
                            .apply(new Members(Map.of()))
                            .bytes();
            new JsonInput(file, 0, file.length)
                    .document(input -> {
                        while (input.nextMember()) {
                            if (input.name().equals("paths")) {
                                input.enterMap("path");
                                paths(input, described);
                            } else {
                                input.skip();
                            }
                        }
                        return input;
                    });
        });
        return described;
    }

    private static void paths(JsonInput input, Map<String, Set<String>> described) {
        while (input.nextMember()) {
            String path = input.name();
            input.enterMap("method");
            while (input.nextMember()) {
                String method = input.name().toUpperCase(Locale.ROOT);
                Set<String> members = new TreeSet<>();
                input.enterMap("operation");
                while (input.nextMember()) {
                    switch (input.name()) {
                        case "parameters" -> parameters(input, members);
                        case "requestBody" -> properties(input, members);
                        default -> input.skip();
                    }
                }
                described.put(method + " " + path, members);
            }
        }
    }

    private static void parameters(JsonInput input, Set<String> members) {
        input.enterList();
        while (input.nextElement()) {
            input.enterElement("parameter");
            while (input.nextMember()) {
                if (input.name().equals("name")) {
                    members.add(input.text());
                } else {
                    input.skip();
                }
            }
        }
    }

    // Goes down through content, media type and schema to the names of the properties.
    private static void properties(JsonInput input, Set<String> members) {
        input.enterMap("level");
        while (input.nextMember()) {
            switch (input.name()) {
                case "content", "application/json", "schema" -> properties(input, members);
                case "properties" -> {
                    input.enterMap("property");
                    while (input.nextMember()) {
                        members.add(input.name());
                        input.skip();
                    }
                }
                default -> input.skip();
            }
        }
    }

    private static void routes(java.util.function.Consumer<Routes> use) {
        EngineOptions options = EngineOptions.of("us-east-1", "000000000000", new Random(1));
        try (var store =
                        StoreProvider.named("memory")
                                .open(StoreOptions.withoutDirectory(Keyspace.families()));
                Engine engine = Engine.open(options, store);
                Triggers triggers = Triggers.open(surroundings(engine))) {
            Faults faults = new Faults(engine.readers().nameShard());
            LoadFigures load = new LoadFigures(List.of(), bounds(), engine.inside().queue());
            use.accept(
                    Routes.of(
                            engine,
                            InstantSource.system(),
                            faults,
                            triggers.operator(),
                            List::of,
                            load));
        }
    }

    private static HttpBounds bounds() {
        Duration second = Duration.ofSeconds(1);
        return HttpBounds.of(1, second, second, second, 1, 1);
    }

    private static Surroundings surroundings(Engine engine) {
        return new Surroundings(
                new StreamOperations(
                        engine.describeStream(),
                        engine.getShardIterator(),
                        engine.getRecords(),
                        engine.inside().latestSequenceNumber(),
                        engine.inside().readDocuments(),
                        engine.inside().writeDocuments(),
                        engine.inside().grantToken(),
                        engine.inside().revokeTokens(),
                        engine.inside().measureLag()),
                new LambdaNames("us-east-1", "000000000000"),
                (_, _) -> null,
                arn -> {
                    throw new AssertionError(arn);
                },
                InstantSource.system(),
                new Random(1),
                Thread.ofVirtual().factory(),
                (what, cause) -> {
                    throw new AssertionError(what, cause);
                });
    }
}
