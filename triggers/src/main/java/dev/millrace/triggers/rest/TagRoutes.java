package dev.millrace.triggers.rest;

import dev.millrace.triggers.function.catalog.FunctionCatalog;
import dev.millrace.triggers.function.catalog.FunctionRequests;
import dev.millrace.triggers.mapping.LambdaErrors;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.mapping.MappingChecks;
import dev.millrace.triggers.mapping.MappingRequests;
import dev.millrace.triggers.run.Triggers;
import dev.millrace.wire.JsonOutput;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The routes of tags (lambda-esm reference, section 5).
public final class TagRoutes {
    private static final String PATH = "/2017-03-31/tags/{}";

    private final Triggers triggers;
    private final FunctionCatalog functions;
    private final LambdaNames names;

    public TagRoutes(Triggers triggers, FunctionCatalog functions, LambdaNames names) {
        this.triggers = triggers;
        this.functions = functions;
        this.names = names;
    }

    /// All of them.
    public List<Route> routes() {
        return List.of(
                Route.of("GET", PATH, 200, this::list),
                Route.of("POST", PATH, 204, this::tag),
                Route.of("DELETE", PATH, 204, this::untag));
    }

    private void list(RestRequest request, JsonOutput output) {
        Map<String, String> tags = tagsOf(request);
        output.document(() -> {
            output.startObject("Tags");
            tags.forEach(output::text);
            output.endObject();
        });
    }

    private void tag(RestRequest request, JsonOutput output) {
        Map<String, String> tags = new TreeMap<>(tagsOf(request));
        tags.putAll(MappingRequests.tags(request.json()));
        MappingChecks.require(tags);
        replace(request, tags);
        output.nothing();
    }

    private void untag(RestRequest request, JsonOutput output) {
        Map<String, String> tags = new TreeMap<>(tagsOf(request));
        request.all("tagKeys").forEach(tags::remove);
        replace(request, tags);
        output.nothing();
    }

    private Map<String, String> tagsOf(RestRequest request) {
        String uuid = names.uuidOf(request.parameter());
        return uuid == null
                ? functions.get(function(request)).definition().tags()
                : triggers.get(uuid).mapping().tags();
    }

    private void replace(RestRequest request, Map<String, String> tags) {
        String uuid = names.uuidOf(request.parameter());
        if (uuid == null) {
            functions.tag(function(request), tags);
        } else {
            triggers.tag(uuid, tags);
        }
    }

    private static String function(RestRequest request) {
        if (!request.parameter().contains(":function:")) {
            throw LambdaErrors.notFound();
        }
        return FunctionRequests.name(request.parameter());
    }
}
