package dev.millrace.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.keyspace.FieldWriter;
import dev.millrace.model.insight.Insights;
import dev.millrace.model.insight.InsightsMode;
import dev.millrace.model.insight.InsightsState;
import dev.millrace.model.insight.TableInsights;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.key.KeyAttribute;
import dev.millrace.model.key.KeySchema;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexProjection;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.OnDemandThroughput;
import dev.millrace.model.table.ProjectionType;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.SecondaryIndex;
import dev.millrace.model.table.SettingsReplication;
import dev.millrace.model.table.SseDescription;
import dev.millrace.model.table.SseType;
import dev.millrace.model.table.TableClass;
import dev.millrace.model.table.TableClassSummary;
import dev.millrace.model.table.TableSettings;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.table.ThroughputHistory;
import dev.millrace.model.table.VectorDistanceFunction;
import dev.millrace.model.table.VectorSchema;
import dev.millrace.model.table.WarmThroughput;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class TableRowTest {
    private static final Instant MOMENT = Instant.parse("2026-11-22T12:00:00.123Z");
    private static final ProvisionedThroughput NO_UNITS = new ProvisionedThroughput(0, 0);

    @Test
    void rowHoldsEverySettingAndTag() {
        TableSettings settings =
                new TableSettings(
                        true,
                        new TableClassSummary(TableClass.STANDARD_INFREQUENT_ACCESS, MOMENT),
                        new SseDescription(SseType.KMS, "arn:aws:kms:r:a:key/k"),
                        new OnDemandThroughput(7L, -1L),
                        new WarmThroughput(13_000, 5_000),
                        new ThroughputHistory(MOMENT, MOMENT, 2, MOMENT),
                        insights(),
                        SettingsReplication.DISABLED);
        Table table = table(settings, Map.of("a", "1", "b", ""));

        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    @Test
    void rowHoldsTheSettingsOfATableOfWhichNothingWasSaid() {
        Table table = table(initial(), Map.of());

        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    @Test
    void rowFromBeforeThereWereSettingsHasTheInitialOnes() {
        Table table = TableRow.decode(rowOfTheFirstVersion());

        assertThat(table.settings()).isEqualTo(initial());
        assertThat(table.tags()).isEmpty();
        assertThat(table.payPerRequestSince()).isEqualTo(MOMENT);
    }

    @Test
    void rowHoldsEverythingOfAnIndex() {
        SecondaryIndex index =
                new SecondaryIndex(
                        4,
                        IndexKind.GLOBAL,
                        "by-a",
                        new IndexKeySchema(
                                List.of(
                                        new KeyAttribute("a", ScalarType.S),
                                        new KeyAttribute("b", ScalarType.N)),
                                List.of(new KeyAttribute("c", ScalarType.B))),
                        new IndexProjection(ProjectionType.INCLUDE, List.of("x", "y")),
                        IndexStatus.CREATING,
                        true,
                        new ProvisionedThroughput(3, 4),
                        new OnDemandThroughput(5L, null),
                        new WarmThroughput(6, 7),
                        new ThroughputHistory(MOMENT, MOMENT, 2, null));
        Table table = table(initial(), Map.of()).withIndexes(new TableIndexes(List.of(index), 9));

        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    @Test
    void rowHoldsAnIndexOfWhichNothingPasses() {
        SecondaryIndex index =
                new SecondaryIndex(
                        1,
                        IndexKind.LOCAL,
                        "by-a",
                        new IndexKeySchema(List.of(new KeyAttribute("a", ScalarType.S)), List.of()),
                        IndexProjection.ALL,
                        IndexStatus.ACTIVE,
                        null,
                        NO_UNITS,
                        OnDemandThroughput.UNLIMITED,
                        new WarmThroughput(0, 0));
        Table table = table(initial(), Map.of()).withIndexes(new TableIndexes(List.of(index), 1));

        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    @Test
    void rowHoldsEverythingOfAnIndexOfVectors() {
        SecondaryIndex index =
                SecondaryIndex.ofVectors(
                                2,
                                "near",
                                new IndexKeySchema(
                                        List.of(new KeyAttribute("a", ScalarType.S)), List.of()),
                                new IndexProjection(ProjectionType.INCLUDE, List.of("x")),
                                new VectorSchema(
                                        "v",
                                        VectorSchema.DIMENSIONS_MAX,
                                        VectorDistanceFunction.EUCLIDEAN,
                                        List.of(
                                                new KeyAttribute("b", ScalarType.N),
                                                new KeyAttribute("c", ScalarType.B))))
                        .withStatus(IndexStatus.CREATING, false);
        Table table = table(initial(), Map.of()).withIndexes(new TableIndexes(List.of(index), 2));

        assertThat(TableRow.decode(TableRow.encode(table))).isEqualTo(table);
    }

    private static TableInsights insights() {
        return TableInsights.NONE
                .with(
                        null,
                        new Insights(
                                InsightsState.ENABLED,
                                InsightsMode.ACCESSED_AND_THROTTLED_KEYS,
                                MOMENT,
                                MOMENT.plusMillis(1)))
                .with(
                        "by-a",
                        new Insights(
                                InsightsState.FAILED, InsightsMode.THROTTLED_KEYS, MOMENT, MOMENT));
    }

    private static TableSettings initial() {
        return TableSettings.initial(BillingMode.PAY_PER_REQUEST, NO_UNITS);
    }

    private static Table table(TableSettings settings, Map<String, String> tags) {
        return new Table(
                1,
                "t",
                "uuid",
                TableStatus.ACTIVE,
                MOMENT,
                new KeySchema(new KeyAttribute("pk", ScalarType.S), null),
                List.of(new AttributeDefinition("pk", ScalarType.S)),
                BillingMode.PAY_PER_REQUEST,
                NO_UNITS,
                List.of(0L),
                null,
                settings,
                tags,
                null,
                TableIndexes.NONE,
                TablePast.NONE);
    }

    // Tags 1 to 13, as docs/keyspace.md had them before settings.
    private static byte[] rowOfTheFirstVersion() {
        return new FieldWriter()
                .number(1, 1)
                .text(2, "t")
                .text(3, "uuid")
                .text(4, "ACTIVE")
                .number(5, MOMENT.toEpochMilli())
                .text(9, "PAY_PER_REQUEST")
                .number(10, 0)
                .number(11, 0)
                .group(6, group -> group.text(1, "pk").text(2, "S"))
                .group(8, group -> group.text(1, "pk").text(2, "S"))
                .number(12, 0)
                .toByteArray();
    }
}
