package dev.millrace.triggers.rest;

import dev.millrace.triggers.function.FunctionName;
import dev.millrace.triggers.function.catalog.FunctionCatalog;
import dev.millrace.triggers.function.catalog.FunctionDefinition;
import dev.millrace.triggers.function.catalog.FunctionErrors;
import dev.millrace.triggers.function.catalog.FunctionJson;
import dev.millrace.triggers.function.catalog.FunctionRequests;
import dev.millrace.triggers.function.catalog.FunctionView;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.mapping.LambdaNames;
import dev.millrace.wire.JsonOutput;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// The routes of functions, all but Invoke.
public final class FunctionRoutes {
    /// The most functions on one page, whatever `MaxItems` says.
    public static final int PAGE_MAX = 50;

    private static final String PATH = "/2015-03-31/functions";
    private static final String CONCURRENCY = "/2017-10-31/functions/{}/concurrency";

    private final FunctionCatalog catalog;
    private final LambdaNames names;

    public FunctionRoutes(FunctionCatalog catalog, LambdaNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    /// All of them.
    public List<Route> routes() {
        return List.of(
                Route.of("POST", PATH, 201, this::create),
                Route.of("GET", PATH, 200, this::list),
                Route.of("PUT", PATH + "/{}/code", 200, this::updateCode),
                Route.of("PUT", PATH + "/{}/configuration", 200, this::updateSettings),
                Route.of("GET", PATH + "/{}/configuration", 200, this::getSettings),
                Route.of("GET", "/2019-09-30/functions/{}/concurrency", 200, this::getConcurrency),
                Route.of("PUT", CONCURRENCY, 200, this::putConcurrency),
                Route.of("DELETE", CONCURRENCY, 204, this::deleteConcurrency),
                Route.of("GET", PATH + "/{}", 200, this::get),
                Route.of("DELETE", PATH + "/{}", 204, this::delete));
    }

    private void create(RestRequest request, JsonOutput output) {
        write(catalog.create(FunctionRequests.create(request.json())), output);
    }

    private void updateCode(RestRequest request, JsonOutput output) {
        write(catalog.update(name(request), FunctionRequests.code(request.json())), output);
    }

    private void updateSettings(RestRequest request, JsonOutput output) {
        write(catalog.update(name(request), FunctionRequests.settings(request.json())), output);
    }

    private void getSettings(RestRequest request, JsonOutput output) {
        write(catalog.get(name(request)), output);
    }

    private void get(RestRequest request, JsonOutput output) {
        FunctionView view = catalog.get(name(request));
        FunctionDefinition function = view.definition();
        output.document(() -> {
            output.startObject("Configuration");
            FunctionJson.write(view, names, output);
            output.endObject();
            output.startObject("Code");
            output.text("RepositoryType", "S3");
            output.endObject();
            if (!function.tags().isEmpty()) {
                FunctionJson.writeTexts("Tags", function.tags(), output);
            }
            if (function.reservedConcurrency() != null) {
                output.startObject("Concurrency");
                writeReserved(function.reservedConcurrency(), output);
                output.endObject();
            }
        });
    }

    private void delete(RestRequest request, JsonOutput output) {
        catalog.delete(name(request));
        output.nothing();
    }

    private void putConcurrency(RestRequest request, JsonOutput output) {
        int limit = FunctionRequests.concurrency(request.json());
        catalog.reserve(name(request), limit);
        output.document(() -> writeReserved(limit, output));
    }

    private void getConcurrency(RestRequest request, JsonOutput output) {
        Integer limit = catalog.get(name(request)).definition().reservedConcurrency();
        output.document(() -> writeReserved(limit, output));
    }

    private void deleteConcurrency(RestRequest request, JsonOutput output) {
        catalog.reserve(name(request), null);
        output.nothing();
    }

    // The marker is the name of the last function of the page before.
    private void list(RestRequest request, JsonOutput output) {
        int max = Math.min(PageSize.of(request), PAGE_MAX);
        String marker = request.first("Marker");
        List<FunctionView> found =
                catalog.list().stream()
                        .filter(view ->
                                marker == null || view.definition().name().compareTo(marker) > 0)
                        .limit(max + 1L)
                        .toList();
        List<FunctionView> page = found.subList(0, Math.min(max, found.size()));
        output.document(() -> {
            output.startArray("Functions");
            page.forEach(view -> {
                output.startObject();
                FunctionJson.write(view, names, output);
                output.endObject();
            });
            output.endArray();
            if (found.size() > page.size()) {
                output.text("NextMarker", page.getLast().definition().name());
            }
        });
    }

    // Functions have one version, which may be named.
    private String name(RestRequest request) {
        FunctionName name =
                FunctionName.parse(request.parameter())
                        .orElseThrow(() -> FunctionErrors.invalidName(request.parameter()));
        String query = request.first("Qualifier");
        String qualifier = query == null ? name.qualifier() : query;
        if (qualifier != null && !qualifier.equals(FunctionPlan.VERSION)) {
            throw FunctionErrors.notFound(
                    names.functionArn(new FunctionName(name.name(), qualifier)));
        }
        return name.name();
    }

    private static void writeReserved(@Nullable Integer limit, JsonOutput output) {
        output.wholeOrNone(
                "ReservedConcurrentExecutions", limit == null ? null : limit.longValue());
    }

    private void write(FunctionView view, JsonOutput output) {
        output.document(() -> FunctionJson.write(view, names, output));
    }
}
