package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.Command;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.engine.throttle.Demand;
import dev.millrace.engine.throttle.MemoryGate;
import dev.millrace.engine.throttle.Throttle;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.request.ExpressionAttributes;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/// What the operations on items work with: the catalog, the rows, the expression parser, the
/// sequencer, the throttle, the item collections, the memory for answers.
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
        boolean ofClients) {
    /// The same for our own work, which is never refused for want of room.
    public ItemAccess ofOwn() {
        return new ItemAccess(
                catalog, rows, parser, sequencer, throttle, collections, MemoryGate.NONE, false);
    }

    RequestExpressions expressions(ExpressionAttributes attributes) {
        return new RequestExpressions(parser, attributes);
    }

    /// The expressions of one action of a transaction, each of which has placeholders of its own.
    RequestExpressions transactExpressions(ExpressionAttributes attributes) {
        return new RequestExpressions(parser, attributes, ErrorEnvelope.BARE);
    }

    /// Carries out a write of one item. The row is read beforehand, on the caller's thread, so that
    /// the sequencer finds it in memory.
    ItemWrite.Outcome write(ItemWrite write) {
        Item present = rows.read(write.rowKey());
        requireMemory(present);
        return isThrottled() ? throttled(write, present).get() : submit(write);
    }

    /// The same without waiting: the write is in line, and whoever asks for its outcome waits for
    /// it.
    Supplier<ItemWrite.Outcome> begin(ItemWrite write) {
        Item present = rows.read(write.rowKey());
        requireMemory(present);
        return isThrottled() ? throttled(write, present) : later(write);
    }

    private Supplier<ItemWrite.Outcome> throttled(ItemWrite write, @Nullable Item present) {
        Demand estimate = write.estimate(present);
        throttle.take(estimate);
        Supplier<ItemWrite.Outcome> outcome = later(write);
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

    /// Goes on if `table` has capacity for reads left.
    ///
    /// @throws dev.millrace.model.response.ThroughputExceededException if it has not
    void requireReads(Table table) {
        if (isThrottled()) {
            throttle.take(Demand.reads(table, 0));
        }
    }

    /// Counts what a read of `table` has cost, and returns it.
    double chargeRead(Table table, double units) {
        if (isThrottled()) {
            throttle.settle(Demand.reads(table, units));
        }
        return units;
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
}
