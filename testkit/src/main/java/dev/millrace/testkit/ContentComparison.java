package dev.millrace.testkit;

import dev.millrace.model.value.Item;
import dev.millrace.testkit.expression.ValueText;
import dev.millrace.testkit.invariant.ChangesOfOneItemKeepTheirOrderAcrossShards;
import dev.millrace.testkit.invariant.IndexEqualsProjectionOfTable;
import dev.millrace.testkit.invariant.ReplayedStreamEqualsTable;
import dev.millrace.testkit.invariant.SequenceNumbersIncreaseWithinShard;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.IndexShape;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.reference.ExpectedRecord;
import dev.millrace.testkit.reference.ReferenceDatabase;
import dev.millrace.testkit.reference.ReferenceStream;
import dev.millrace.testkit.stream.StreamContent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Compares the complete tables and streams of a system with those of the reference.
final class ContentComparison {
    private final ReferenceDatabase reference;
    private final SystemUnderTest system;
    private final List<String> differences = new ArrayList<>();

    ContentComparison(ReferenceDatabase reference, SystemUnderTest system) {
        this.reference = reference;
        this.system = system;
    }

    /// Every difference; empty if there is none.
    List<String> differences() {
        reference.tableNames().forEach(this::compareTable);
        reference.tableNames().forEach(this::compareIndexes);
        reference.tableNamesWithStreams().forEach(this::compareStreams);
        return differences;
    }

    private void compareTable(String tableName) {
        Outcome expected =
                new Outcome.Success(
                        new Result.Items(
                                Result.sorted(reference.items(tableName)),
                                reference.items(tableName).size(),
                                reference.items(tableName).size(),
                                1));
        Outcome actual = system.apply(DatabaseOperation.Scan.whole(tableName));
        if (!expected.equals(actual)) {
            differences.add(
                    "table %s%n  expected %s%n  actual   %s"
                            .formatted(
                                    tableName,
                                    OutcomeText.format(expected),
                                    OutcomeText.format(actual)));
        }
    }

    private void compareIndexes(String tableName) {
        for (IndexShape index : reference.indexes(tableName)) {
            Outcome scanned =
                    system.apply(DatabaseOperation.Scan.wholeIndex(tableName, index.name()));
            List<String> violations =
                    scanned instanceof Outcome.Success(Result.Items found)
                            ? IndexEqualsProjectionOfTable.violations(
                                    index,
                                    reference.keySchema(tableName),
                                    reference.items(tableName),
                                    found.items())
                            : List.of("index " + index.name() + " cannot be read");
            violations.forEach(each -> differences.add("table " + tableName + ": " + each));
        }
    }

    private void compareStreams(String tableName) {
        List<ReferenceStream> expected = reference.streamsOf(tableName);
        List<StreamContent> actual = system.streamsOf(tableName);
        if (expected.size() != actual.size()) {
            differences.add(
                    "table %s: expected %d streams, found %d"
                            .formatted(tableName, expected.size(), actual.size()));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compareStream(tableName, expected.get(i), actual.get(i));
        }
    }

    private void compareStream(String tableName, ReferenceStream expected, StreamContent actual) {
        String name = "table " + tableName + " stream " + actual.streamArn() + ": ";
        if (expected.viewType() != actual.viewType()
                || !expected.keySchema().equals(actual.keySchema())) {
            differences.add(name + "view type or key schema differ");
            return;
        }
        compareRecords(name, expected, actual);
        List<Item> after = expected.itemsAtEnd();
        List<String> violations = new ArrayList<>();
        violations.addAll(SequenceNumbersIncreaseWithinShard.violations(actual));
        violations.addAll(ChangesOfOneItemKeepTheirOrderAcrossShards.violations(actual));
        violations.addAll(
                ReplayedStreamEqualsTable.violations(
                        actual,
                        expected.itemsAtStart(),
                        after == null ? reference.items(tableName) : after));
        violations.forEach(violation -> differences.add(name + violation));
    }

    private void compareRecords(String name, ReferenceStream expected, StreamContent actual) {
        Map<Item, List<ExpectedRecord>> wanted = byKey(expected.records());
        Map<Item, List<ExpectedRecord>> found =
                byKey(actual.records().stream().map(ExpectedRecord::of).toList());
        Map<Item, List<ExpectedRecord>> all = new LinkedHashMap<>(wanted);
        all.putAll(found);
        for (Item key : all.keySet()) {
            if (!Objects.equals(wanted.get(key), found.get(key))) {
                differences.add(
                        "%srecords of %s%n  expected %s%n  actual   %s"
                                .formatted(
                                        name,
                                        ValueText.format(key),
                                        OutcomeText.format(wanted.getOrDefault(key, List.of())),
                                        OutcomeText.format(found.getOrDefault(key, List.of()))));
            }
        }
    }

    private static Map<Item, List<ExpectedRecord>> byKey(List<ExpectedRecord> records) {
        Map<Item, List<ExpectedRecord>> byKey = new LinkedHashMap<>();
        for (ExpectedRecord record : records) {
            byKey.computeIfAbsent(record.keys(), _ -> new ArrayList<>()).add(record);
        }
        return byKey;
    }
}
