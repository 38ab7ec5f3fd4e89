package dev.millrace.server.control;

import dev.millrace.wire.JsonOutput;

import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// One thing that can be asked of the control API.
///
/// @param method `GET`, `POST` or `DELETE`
/// @param known the members that the request may have: in the body of a POST, else in the query
/// @param action does what is asked and answers
record Route(String method, String path, Set<String> known, Function<Members, Content> action) {

    static Route get(String path, Set<String> known, BiConsumer<Members, JsonOutput> action) {
        return new Route("GET", path, known, json(action));
    }

    static Route get(String path, Supplier<Content> content) {
        return new Route("GET", path, Set.of(), _ -> content.get());
    }

    static Route post(String path, Set<String> known, BiConsumer<Members, JsonOutput> action) {
        return new Route("POST", path, known, json(action));
    }

    static Route delete(String path, BiConsumer<Members, JsonOutput> action) {
        return new Route("DELETE", path, Set.of(), json(action));
    }

    private static Function<Members, Content> json(BiConsumer<Members, JsonOutput> action) {
        return members -> Content.json(output -> action.accept(members, output));
    }
}
