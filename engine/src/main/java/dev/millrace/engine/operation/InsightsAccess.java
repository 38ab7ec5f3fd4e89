package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.insight.Insights;
import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.insight.InsightsState;
import dev.millrace.model.insight.InsightsStatus;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.SecondaryIndex;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Finds what contributor insights are about, and describes them.
///
/// A passing status is not stored: it follows from the moment of the last change, so nothing is
/// left to settle, after a restart neither.
record InsightsAccess(TableAccess tables) {
    private static final InsightsDescription.Failure TOO_MANY_RULES =
            new InsightsDescription.Failure(
                    "LimitExceededException",
                    "Amazon CloudWatch Contributor Insights rule limit reached. Please disable"
                            + " Contributor Insights for other tables/indexes OR disable other"
                            + " CloudWatch Contributor Insights rules before retrying.");

    /// The table with this name, in any status, which has the index if one is named.
    ///
    /// @throws ApiException if there is no such table, or no such global index of it
    static Table require(CatalogState state, String tableName, @Nullable String indexName) {
        Table table =
                state.table(tableName).orElseThrow(() -> ApiException.tableNotFound(tableName));
        if (indexName != null) {
            index(table, indexName);
        }
        return table;
    }

    /// The global index with this name.
    ///
    /// @throws ApiException if there is none
    static SecondaryIndex index(Table table, String name) {
        return table.indexes()
                .named(name)
                .filter(index -> index.kind() == IndexKind.GLOBAL)
                .orElseThrow(() ->
                        ApiException.resourceNotFound(
                                "Requested resource not found: Index: "
                                        + name
                                        + " not found for table: "
                                        + table.name()));
    }

    /// The insights of a table or index as they stand.
    InsightsDescription describe(Table table, @Nullable String indexName) {
        Insights insights = table.settings().insights().of(indexName);
        return insights == null
                ? new InsightsDescription(
                        table.name(),
                        indexName,
                        InsightsStatus.DISABLED,
                        null,
                        List.of(),
                        null,
                        null)
                : describe(
                        table,
                        indexName,
                        insights,
                        tables.statusDelay().isPassing(insights.changed()));
    }

    /// The same of insights that have just been switched.
    InsightsDescription describeChanged(Table table, @Nullable String indexName, Insights changed) {
        return describe(table, indexName, changed, true);
    }

    private InsightsDescription describe(
            Table table, @Nullable String indexName, Insights insights, boolean passing) {
        return new InsightsDescription(
                table.name(),
                indexName,
                insights.status(passing),
                insights.mode(),
                insights.isOn() && !passing ? rules(table, indexName, insights) : List.of(),
                passing ? insights.changed() : tables.statusDelay().endOf(insights.changed()),
                insights.state() == InsightsState.FAILED && !passing ? TOO_MANY_RULES : null);
    }

    private static List<String> rules(Table table, @Nullable String indexName, Insights insights) {
        String resource = indexName == null ? table.name() : table.name() + "-" + indexName;
        return insights.rules(Contributors.hasSortKey(table, indexName)).stream()
                .map(rule ->
                        "DynamoDBContributorInsights-%s-%s-%d"
                                .formatted(rule, resource, insights.since().toEpochMilli()))
                .toList();
    }
}
