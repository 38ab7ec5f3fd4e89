package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.insight.Insights;
import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.insight.InsightsState;
import dev.millrace.model.insight.TableInsights;
import dev.millrace.model.request.UpdateContributorInsightsRequest;
import dev.millrace.model.response.UpdateContributorInsightsResponse;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// Switches the contributor insights of a table or global index on or off.
///
/// What is so already stays as it is. Another mode keeps the rules that both modes have. Where
/// there would be more than [#RULES_MAX] rules, the insights fail, which AWS does not tell in the
/// answer either.
public final class UpdateContributorInsights
        implements Operation<UpdateContributorInsightsRequest, UpdateContributorInsightsResponse> {
    /// The most rules of all tables and indexes together, which AWS's quota is at first.
    public static final int RULES_MAX = 100;

    private final TableAccess tables;
    private final InsightsAccess access;

    public UpdateContributorInsights(TableAccess tables) {
        this.tables = tables;
        this.access = new InsightsAccess(tables);
    }

    @Override
    public UpdateContributorInsightsResponse execute(UpdateContributorInsightsRequest request) {
        InsightsDescription description =
                tables.sequencer()
                        .admit(
                                (CatalogCommand<InsightsDescription>)
                                        catalog -> change(catalog, request));
        return new UpdateContributorInsightsResponse(description);
    }

    private InsightsDescription change(
            CatalogEvaluation catalog, UpdateContributorInsightsRequest request) {
        Table table =
                InsightsAccess.require(catalog.state(), request.tableName(), request.indexName());
        Insights before = table.settings().insights().of(request.indexName());
        Insights after =
                switch (request.action()) {
                    case ENABLE -> enabled(catalog, table, request, before);
                    case DISABLE -> disabled(catalog, before);
                };
        if (after == null || (after.equals(before) && after.state() != InsightsState.FAILED)) {
            return access.describe(table, request.indexName());
        }
        put(catalog, table, request.indexName(), after);
        return access.describeChanged(table, request.indexName(), after);
    }

    private static void put(
            CatalogEvaluation catalog, Table table, @Nullable String indexName, Insights after) {
        TableInsights next = table.settings().insights().with(indexName, after);
        catalog.change(
                new CatalogChange.PutTable(
                        table.withSettings(table.settings().withInsights(next))));
    }

    private static Insights enabled(
            CatalogEvaluation catalog,
            Table table,
            UpdateContributorInsightsRequest request,
            @Nullable Insights before) {
        requireActive(table, request.indexName());
        if (before != null && before.isOn() && before.mode() == request.mode()) {
            return before;
        }
        Instant now = moment(catalog);
        Instant since = before != null && before.isOn() ? before.since() : now;
        Insights wanted = new Insights(InsightsState.ENABLED, request.mode(), since, now);
        return hasRoom(catalog.state(), table, request.indexName(), wanted)
                ? wanted
                : wanted.became(InsightsState.FAILED, now);
    }

    private static @Nullable Insights disabled(
            CatalogEvaluation catalog, @Nullable Insights before) {
        return before == null || before.state() == InsightsState.DISABLED
                ? before
                : before.became(InsightsState.DISABLED, moment(catalog));
    }

    private static Instant moment(CatalogEvaluation catalog) {
        return Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
    }

    private static void requireActive(Table table, @Nullable String indexName) {
        if (table.status() != TableStatus.ACTIVE && table.status() != TableStatus.UPDATING) {
            throw notActive("TableStatus");
        }
        if (indexName != null) {
            IndexStatus status = InsightsAccess.index(table, indexName).status();
            if (status != IndexStatus.ACTIVE && status != IndexStatus.UPDATING) {
                throw notActive("IndexStatus");
            }
        }
    }

    private static ApiException notActive(String what) {
        return ApiException.validation(
                "Table or Index is not in a valid state to update Key Access Insights: "
                        + what
                        + " must be ACTIVE to enable ContributorInsights.");
    }

    private static boolean hasRoom(
            CatalogState state, Table table, @Nullable String indexName, Insights wanted) {
        int others = state.tables().stream().mapToInt(UpdateContributorInsights::rules).sum();
        int before = rules(table, indexName, table.settings().insights().of(indexName));
        return others - before + rules(table, indexName, wanted) <= RULES_MAX;
    }

    private static int rules(Table table) {
        TableInsights insights = table.settings().insights();
        return rules(table, null, insights.ofTable())
                + insights.ofIndexes().entrySet().stream()
                        .mapToInt(each -> rules(table, each.getKey(), each.getValue()))
                        .sum();
    }

    private static int rules(Table table, @Nullable String indexName, @Nullable Insights insights) {
        return insights == null || !insights.isOn()
                ? 0
                : insights.rules(Contributors.hasSortKey(table, indexName)).size();
    }
}
