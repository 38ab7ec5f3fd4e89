package dev.millrace.testkit;

import dev.millrace.model.request.ReturnValues;
import dev.millrace.model.stream.EventName;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;
import dev.millrace.testkit.operation.DatabaseOperation;
import dev.millrace.testkit.operation.Outcome;
import dev.millrace.testkit.operation.Result;
import dev.millrace.testkit.operation.TransactAction;
import dev.millrace.testkit.reference.ExpectedRecord;
import dev.millrace.testkit.reference.ReferenceStream;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// Systems with one fault each, which a model test must find.
final class FaultySystems {
    private FaultySystems() {}

    /// Puts an item although the condition does not hold.
    static final class IgnoresConditions extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            return operation instanceof DatabaseOperation.Put put
                    ? super.apply(
                            new DatabaseOperation.Put(
                                    put.tableName(),
                                    put.item(),
                                    null,
                                    put.returnValues(),
                                    put.showsItemOnFailure()))
                    : super.apply(operation);
        }
    }

    /// Leaves out the first of several entries of an index.
    static final class LosesIndexEntries extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            Outcome outcome = super.apply(operation);
            return operation instanceof DatabaseOperation.Scan scan
                            && scan.indexName() != null
                            && outcome instanceof Outcome.Success(Result.Items found)
                            && found.items().size() > 1
                    ? new Outcome.Success(withoutFirst(found))
                    : outcome;
        }

        private static Result withoutFirst(Result.Items found) {
            return new Result.Items(
                    found.items().subList(1, found.items().size()),
                    found.count(),
                    found.scannedCount(),
                    found.pages());
        }
    }

    /// Forgets every fourth record of a stream.
    static final class LosesRecords extends ReferenceSystem {
        @Override
        List<ExpectedRecord> shown(ReferenceStream stream) {
            List<ExpectedRecord> records = new ArrayList<>(stream.records());
            if (records.size() > 3) {
                records.remove(3);
            }
            return records;
        }
    }

    /// Shows two changes of one item in the wrong order when they follow each other.
    static final class SwapsRecords extends ReferenceSystem {
        @Override
        List<ExpectedRecord> shown(ReferenceStream stream) {
            List<ExpectedRecord> records = new ArrayList<>(stream.records());
            for (int i = 1; i < records.size(); i++) {
                if (records.get(i).keys().equals(records.get(i - 1).keys())) {
                    Collections.swap(records, i, i - 1);
                    return records;
                }
            }
            return records;
        }
    }

    /// Makes a record for a put that changes nothing.
    static final class RecordsUnchangedPuts extends ReferenceSystem {
        private final IdentityHashMap<ReferenceStream, List<ExpectedRecord>> superfluous =
                new IdentityHashMap<>();

        @Override
        public Outcome apply(DatabaseOperation operation) {
            boolean isUnchanged =
                    operation instanceof DatabaseOperation.Put put
                            && database.tableNames().contains(put.tableName())
                            && database.items(put.tableName()).contains(put.item());
            Outcome outcome = super.apply(operation);
            if (isUnchanged
                    && operation instanceof DatabaseOperation.Put put
                    && outcome instanceof Outcome.Success) {
                recordAgain(put);
            }
            return outcome;
        }

        @Override
        List<ExpectedRecord> shown(ReferenceStream stream) {
            List<ExpectedRecord> records = new ArrayList<>(stream.records());
            records.addAll(superfluous.getOrDefault(stream, List.of()));
            return records;
        }

        private void recordAgain(DatabaseOperation.Put put) {
            for (ReferenceStream stream : database.streamsOf(put.tableName())) {
                if (stream.itemsAtEnd() == null) {
                    superfluous
                            .computeIfAbsent(stream, _ -> new ArrayList<>())
                            .add(unchanged(stream, put.item()));
                }
            }
        }

        private static ExpectedRecord unchanged(ReferenceStream stream, Item item) {
            Map<String, AttributeValue> keys = new HashMap<>(item.attributes());
            keys.keySet().removeIf(name -> !stream.keySchema().contains(name));
            return new ExpectedRecord(
                    EventName.MODIFY, Item.of(keys), item, item, 0, stream.viewType(), false);
        }
    }

    /// Carries out the puts of a transaction that is cancelled.
    static final class CancelsHalf extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            Outcome outcome = super.apply(operation);
            if (operation instanceof DatabaseOperation.TransactWrite(var actions)
                    && outcome instanceof Outcome.Failure) {
                actions.forEach(this::putAnyway);
            }
            return outcome;
        }

        private void putAnyway(TransactAction action) {
            if (action instanceof TransactAction.Put put) {
                database.apply(
                        new DatabaseOperation.Put(
                                put.tableName(), put.item(), null, ReturnValues.NONE, false));
            }
        }
    }

    /// Shows deletions by time to live as if a client had made them.
    static final class HidesExpiry extends ReferenceSystem {
        @Override
        List<ExpectedRecord> shown(ReferenceStream stream) {
            return stream.records().stream().map(HidesExpiry::byClient).toList();
        }

        private static ExpectedRecord byClient(ExpectedRecord record) {
            return new ExpectedRecord(
                    record.eventName(),
                    record.keys(),
                    record.newImage(),
                    record.oldImage(),
                    record.sizeBytes(),
                    record.viewType(),
                    false);
        }
    }

    /// Takes one of several legacy expectations for enough.
    static final class ExpectsAny extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            return operation instanceof DatabaseOperation.LegacyWrite(var expected, _, var write)
                    ? super.apply(new DatabaseOperation.LegacyWrite(expected, true, write))
                    : super.apply(operation);
        }
    }

    /// Takes one of several conditions of a legacy filter for enough.
    static final class FiltersByAny extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            return operation instanceof DatabaseOperation.LegacyRead(var filter, _, var read)
                    ? super.apply(new DatabaseOperation.LegacyRead(filter, true, read))
                    : super.apply(operation);
        }
    }

    /// Has INSERT replace an item that is there.
    static final class InsertsOverItems extends ReferenceSystem {
        @Override
        public Outcome apply(DatabaseOperation operation) {
            return operation instanceof DatabaseOperation.Statement(var plain, _, _)
                            && plain instanceof DatabaseOperation.Put
                    ? super.apply(plain)
                    : super.apply(operation);
        }
    }

    /// Fails with an error of its own on every second read of an item.
    static final class Crashes extends ReferenceSystem {
        private int reads;

        @Override
        public Outcome apply(DatabaseOperation operation) {
            if (operation instanceof DatabaseOperation.Get && ++reads % 2 == 0) {
                throw new IllegalStateException("row has no format byte");
            }
            return super.apply(operation);
        }
    }
}
