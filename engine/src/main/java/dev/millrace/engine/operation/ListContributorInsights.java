package dev.millrace.engine.operation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.insight.InsightsStatus;
import dev.millrace.model.request.ListContributorInsightsRequest;
import dev.millrace.model.response.ListContributorInsightsResponse;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Lists the contributor insights that are not off: table by table in the order of their names,
/// each before its indexes. A page's token names the last one of the page, so others may come and
/// go.
public final class ListContributorInsights
        implements Operation<ListContributorInsightsRequest, ListContributorInsightsResponse> {
    private final InsightsAccess access;

    public ListContributorInsights(TableAccess tables) {
        this.access = new InsightsAccess(tables);
    }

    @Override
    public ListContributorInsightsResponse execute(ListContributorInsightsRequest request) {
        String last = place(request.nextToken());
        List<InsightsDescription> found =
                tables(request.tableName()).stream()
                        .flatMap(this::all)
                        .filter(one -> one.status() != InsightsStatus.DISABLED)
                        .filter(one -> place(one).compareTo(last) > 0)
                        .limit(request.maxResults() + 1L)
                        .toList();
        List<InsightsDescription> page =
                found.subList(0, Math.min(found.size(), request.maxResults()));
        return new ListContributorInsightsResponse(
                page, found.size() > page.size() ? token(page.getLast()) : null);
    }

    private Collection<Table> tables(@Nullable String name) {
        CatalogState state = access.tables().catalog().state();
        return name == null ? state.tables() : List.of(InsightsAccess.require(state, name, null));
    }

    private Stream<InsightsDescription> all(Table table) {
        return Stream.concat(
                Stream.of(access.describe(table, null)),
                table.settings().insights().ofIndexes().keySet().stream()
                        .map(index -> access.describe(table, index)));
    }

    // No name has the zero character, which sorts before all that names have.
    private static String place(InsightsDescription one) {
        return one.indexName() == null ? one.tableName() : one.tableName() + "\0" + one.indexName();
    }

    private static String token(InsightsDescription last) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place(last).getBytes(UTF_8));
    }

    // The empty text sorts before every place.
    private static String place(@Nullable String token) {
        if (token == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), UTF_8);
        } catch (IllegalArgumentException _) {
            throw ApiException.validation("Invalid NextToken: " + token);
        }
    }
}
