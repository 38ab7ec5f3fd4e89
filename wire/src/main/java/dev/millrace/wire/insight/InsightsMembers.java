package dev.millrace.wire.insight;

import dev.millrace.model.insight.InsightsDescription;
import dev.millrace.model.insight.InsightsMode;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.name.TableName;
import dev.millrace.wire.shape.Member;

/// Members that the operations on contributor insights share.
final class InsightsMembers {
    static final String MODE_NAME = "ContributorInsightsMode";
    static final Member<String> INDEX_NAME = TableName.plain("IndexName");
    static final Member<String> MODE =
            Member.choice(
                    MODE_NAME,
                    InsightsMode.ACCESSED_AND_THROTTLED_KEYS.name(),
                    InsightsMode.THROTTLED_KEYS.name());

    private InsightsMembers() {}

    /// Writes what insights are about, their status and their mode.
    static void write(InsightsDescription insights, JsonOutput output) {
        InsightsMode mode = insights.mode();
        output.text("TableName", insights.tableName());
        output.text("IndexName", insights.indexName());
        output.text("ContributorInsightsStatus", insights.status().name());
        output.text(MODE_NAME, mode == null ? null : mode.name());
    }
}
