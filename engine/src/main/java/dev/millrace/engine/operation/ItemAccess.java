package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.Command;
import dev.millrace.engine.commit.InformedCommand;
import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.engine.item.ItemKeys;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.engine.throttle.Throttle;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.response.ThroughputExceededException;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// What the operations on items work with: the catalog, the rows, the expression parser, the
/// sequencer, the throttle, the item collections, the memory for answers, and who is told what is
/// accessed.
///
/// @param ofClients whether the writes are those of clients, which may be refused for want of room
public record ItemAccess(
        Catalog catalog,
        ItemRows rows,
        ExpressionParser parser,
        Sequencer sequencer,
        Throttle throttle,
        ItemCollections collections,
        MemoryGate memory,
        boolean ofClients,
        Contributors contributors) {
    private static final int KEPT_BYTES_MAX = 4 << 10;

    /// The same for our own work, which is never refused for want of room.
    public ItemAccess ofOwn() {
        return new ItemAccess(
                catalog,
                rows,
                parser,
                sequencer,
                throttle,
                collections,
                MemoryGate.NONE,
                false,
                contributors);
    }

    RequestExpressions expressions(ExpressionAttributes attributes) {
        return new RequestExpressions(parser, attributes);
    }

    /// The expressions of one action of a transaction, each of which has placeholders of its own.
    RequestExpressions transactExpressions(ExpressionAttributes attributes) {
        return new RequestExpressions(parser, attributes, ErrorEnvelope.BARE);
    }

    /// Carries out a write of one item.
    ItemWrite.Outcome write(ItemWrite write) {
        return begin(write).get();
    }

    /// The same without waiting: the write is in line, and whoever asks for its outcome waits for
    /// it. The row is read beforehand, on the caller's thread, so that the sequencer seldom has to.
    Supplier<ItemWrite.Outcome> begin(ItemWrite write) {
        long moment = sequencer.moment();
        Item present = rows.read(write.rowKey());
        requireMemory(present);
        ItemCommand<ItemWrite.Outcome> command =
                isLarge(present)
                        ? write
                        : new InformedCommand<>(write, write.rowKey(), present, moment);
        return Contributors.watches(write.table())
                ? watched(write, present, command)
                : inLine(write, present, command);
    }

    private Supplier<ItemWrite.Outcome> inLine(
            ItemWrite write, @Nullable Item present, Command<ItemWrite.Outcome> command) {
        return isThrottled() ? throttled(write, present, command) : later(command);
    }

    private Supplier<ItemWrite.Outcome> watched(
            ItemWrite write, @Nullable Item present, Command<ItemWrite.Outcome> command) {
        Supplier<ItemWrite.Outcome> waiting =
                watching(write, present, () -> inLine(write, present, command));
        return () -> {
            ItemWrite.Outcome outcome = watching(write, present, waiting);
            tell(write, outcome);
            return outcome;
        };
    }

    private <T> T watching(ItemWrite write, @Nullable Item present, Supplier<T> step) {
        try {
            return step.get();
        } catch (ApiException fault) {
            WriteReport.tell(contributors, write, present, fault);
            throw fault;
        }
    }

    /// Counts a write that was carried out among the contributors of its table.
    void tell(ItemWrite write, ItemWrite.Outcome outcome) {
        if (Contributors.watches(write.table())) {
            contributors.wrote(
                    write.table(),
                    write.key(),
                    outcome.before(),
                    outcome.after(),
                    WriteReport.units(write.table(), outcome.before(), outcome.after()));
        }
    }

    private Supplier<ItemWrite.Outcome> throttled(
            ItemWrite write, @Nullable Item present, Command<ItemWrite.Outcome> command) {
        Demand estimate = write.estimate(present);
        throttle.take(estimate);
        Supplier<ItemWrite.Outcome> outcome = later(command);
        return () -> settled(write, outcome.get(), estimate);
    }

    private ItemWrite.Outcome settled(ItemWrite write, ItemWrite.Outcome outcome, Demand estimate) {
        throttle.settle(write.cost(outcome).beyond(estimate));
        return outcome;
    }

    /// Whether tables are held to their throughput at all.
    boolean isThrottled() {
        return throttle.isOn();
    }

    /// Goes on if `table` has capacity left for the read of an item.
    ///
    /// @throws ThroughputExceededException if it has not
    void requireRead(Table table, Item key) {
        ThroughputExceededException refusal = tryRead(table, key);
        if (refusal != null) {
            throw refusal;
        }
    }

    /// Whether `table` has capacity left for the read of an item: null if it has, else the answer.
    @Nullable ThroughputExceededException tryRead(Table table, Item key) {
        ThroughputExceededException refusal =
                isThrottled() ? throttle.tryTake(Demand.reads(table, 0)) : null;
        if (refusal != null && Contributors.watches(table)) {
            contributors.throttled(table, ItemKeys.ofKey(table.keySchema(), key));
        }
        return refusal;
    }

    /// Counts what the read of an item has cost, and returns it.
    double chargeRead(Table table, Item key, double units) {
        if (isThrottled()) {
            throttle.settle(Demand.reads(table, units));
        }
        tellRead(table, key, units);
        return units;
    }

    /// Counts the read of an item among the contributors of its table.
    void tellRead(Table table, Item key, double units) {
        if (Contributors.watches(table)) {
            contributors.read(table, ItemKeys.ofKey(table.keySchema(), key), units);
        }
    }

    /// Carries out a command.
    ///
    /// @throws dev.millrace.model.error.ApiException as the command throws it; a
    ///   `ThrottlingException` if too many wait
    <R> R submit(Command<R> command) {
        return ofClients ? sequencer.admit(command) : sequencer.submit(command);
    }

    private <R> Supplier<R> later(Command<R> command) {
        return sequencer.later(command, ofClients);
    }

    /// Sets memory aside for an item that was read, if it is large.
    ///
    /// @throws dev.millrace.model.error.ApiException `ThrottlingException` if there is none
    void requireMemory(@Nullable Item item) {
        if (item != null && item.bytes().length > MemoryGate.SMALL_BYTES_MAX) {
            memory.takeFor(item.bytes().length);
        }
    }

    // Too large to be kept in memory while many commands wait.
    private static boolean isLarge(@Nullable Item item) {
        return item != null && item.bytes().length > KEPT_BYTES_MAX;
    }
}
