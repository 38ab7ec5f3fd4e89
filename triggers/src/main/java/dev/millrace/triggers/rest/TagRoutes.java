package dev.millrace.triggers.rest;

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
    private final LambdaNames names;

    public TagRoutes(Triggers triggers, LambdaNames names) {
        this.triggers = triggers;
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
        Map<String, String> tags = tagsOf(uuid(request));
        output.document(() -> {
            output.startObject("Tags");
            tags.forEach(output::text);
            output.endObject();
        });
    }

    private void tag(RestRequest request, JsonOutput output) {
        String uuid = uuid(request);
        Map<String, String> tags = new TreeMap<>(tagsOf(uuid));
        tags.putAll(MappingRequests.tags(request.json()));
        MappingChecks.require(tags);
        triggers.tag(uuid, tags);
        output.nothing();
    }

    private void untag(RestRequest request, JsonOutput output) {
        String uuid = uuid(request);
        Map<String, String> tags = new TreeMap<>(tagsOf(uuid));
        request.all("tagKeys").forEach(tags::remove);
        triggers.tag(uuid, tags);
        output.nothing();
    }

    private Map<String, String> tagsOf(String uuid) {
        return triggers.get(uuid).mapping().tags();
    }

    private String uuid(RestRequest request) {
        String uuid = names.uuidOf(request.parameter());
        if (uuid == null) {
            throw LambdaErrors.notFound();
        }
        return uuid;
    }
}
