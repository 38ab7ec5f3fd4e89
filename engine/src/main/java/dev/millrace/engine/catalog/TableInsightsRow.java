package dev.millrace.engine.catalog;

import dev.millrace.engine.keyspace.FieldReader;
import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.insight.Insights;
import dev.millrace.model.insight.InsightsMode;
import dev.millrace.model.insight.InsightsState;
import dev.millrace.model.insight.TableInsights;

import java.time.Instant;

/// The fields of a table's row that hold its contributor insights (docs/keyspace.md, "Table"). Rows
/// of tables for which they were never switched on have none of them.
final class TableInsightsRow {
    private static final int OF_TABLE = 90;
    private static final int OF_INDEX = 91;

    private static final int STATE = 1;
    private static final int MODE = 2;
    private static final int SINCE_MILLIS = 3;
    private static final int CHANGED_MILLIS = 4;
    private static final int INDEX_NAME = 5;

    private TableInsightsRow() {}

    static void write(FieldWriter row, TableInsights insights) {
        Insights ofTable = insights.ofTable();
        if (ofTable != null) {
            row.group(OF_TABLE, group -> write(group, ofTable));
        }
        insights.ofIndexes()
                .forEach((name, one) ->
                        row.group(
                                OF_INDEX,
                                group -> {
                                    write(group, one);
                                    group.text(INDEX_NAME, name);
                                }));
    }

    static TableInsights read(FieldReader row) {
        TableInsights insights = TableInsights.NONE;
        for (FieldReader group : row.groups(OF_TABLE)) {
            insights = insights.with(null, one(group));
        }
        for (FieldReader group : row.groups(OF_INDEX)) {
            insights = insights.with(group.text(INDEX_NAME), one(group));
        }
        return insights;
    }

    private static void write(FieldWriter group, Insights insights) {
        group.text(STATE, insights.state().name())
                .text(MODE, insights.mode().name())
                .number(SINCE_MILLIS, insights.since().toEpochMilli())
                .number(CHANGED_MILLIS, insights.changed().toEpochMilli());
    }

    private static Insights one(FieldReader group) {
        return new Insights(
                InsightsState.valueOf(group.text(STATE)),
                InsightsMode.valueOf(group.text(MODE)),
                Instant.ofEpochMilli(group.number(SINCE_MILLIS)),
                Instant.ofEpochMilli(group.number(CHANGED_MILLIS)));
    }
}
