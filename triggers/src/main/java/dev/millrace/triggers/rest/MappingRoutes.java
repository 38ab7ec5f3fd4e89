package dev.millrace.triggers.rest;

import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.triggers.mapping.MappingJson;
import dev.millrace.triggers.mapping.MappingRequests;
import dev.millrace.triggers.run.MappingView;
import dev.millrace.triggers.run.Triggers;
import dev.millrace.wire.JsonOutput;

import java.util.List;

/// The routes of event source mappings (lambda-esm reference, section 1).
public final class MappingRoutes {
    /// The most mappings on one page, whatever `MaxItems` says.
    public static final int PAGE_MAX = 100;

    private static final String PATH = "/2015-03-31/event-source-mappings";

    private final Triggers triggers;
    private final LambdaNames names;

    public MappingRoutes(Triggers triggers, LambdaNames names) {
        this.triggers = triggers;
        this.names = names;
    }

    /// All of them.
    public List<Route> routes() {
        return List.of(
                Route.of("POST", PATH, 202, this::create),
                Route.of("GET", PATH, 200, this::list),
                Route.of("GET", PATH + "/{}", 200, this::get),
                Route.of("PUT", PATH + "/{}", 202, this::update),
                Route.of("DELETE", PATH + "/{}", 202, this::delete));
    }

    private void create(RestRequest request, JsonOutput output) {
        write(triggers.create(MappingRequests.create(request.json())), output);
    }

    private void get(RestRequest request, JsonOutput output) {
        write(triggers.get(request.parameter()), output);
    }

    private void update(RestRequest request, JsonOutput output) {
        write(triggers.update(request.parameter(), MappingRequests.update(request.json())), output);
    }

    private void delete(RestRequest request, JsonOutput output) {
        write(triggers.delete(request.parameter()), output);
    }

    // The marker is the UUID of the last mapping of the page before.
    private void list(RestRequest request, JsonOutput output) {
        int max = Math.min(PageSize.of(request), PAGE_MAX);
        List<MappingView> found =
                triggers.list().stream()
                        .filter(view -> isWanted(view, request))
                        .limit(max + 1L)
                        .toList();
        List<MappingView> page = found.subList(0, Math.min(max, found.size()));
        output.document(() -> {
            output.startArray("EventSourceMappings");
            page.forEach(view -> {
                output.startObject();
                members(view, output);
                output.endObject();
            });
            output.endArray();
            if (found.size() > page.size()) {
                output.text("NextMarker", page.getLast().mapping().uuid());
            }
        });
    }

    private static boolean isWanted(MappingView view, RestRequest request) {
        String source = request.first("EventSourceArn");
        String function = request.first("FunctionName");
        String marker = request.first("Marker");
        return (source == null || source.equals(view.mapping().eventSourceArn()))
                && (function == null || isNamed(view, function))
                && (marker == null || view.mapping().uuid().compareTo(marker) > 0);
    }

    private static boolean isNamed(MappingView view, String function) {
        return FunctionName.parse(function)
                .map(name -> name.equals(view.mapping().function()))
                .orElse(false);
    }

    private void write(MappingView view, JsonOutput output) {
        output.document(() -> members(view, output));
    }

    private void members(MappingView view, JsonOutput output) {
        MappingJson.write(view.mapping(), view.state(), view.lastResult(), names, output);
    }
}
