package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.commit.Command;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.index.ItemCollections;
import dev.millrace.engine.item.ItemRows;
import dev.millrace.expression.ErrorEnvelope;
import dev.millrace.expression.ExpressionParser;
import dev.millrace.expression.RequestExpressions;
import dev.millrace.model.request.ExpressionAttributes;

/// What the operations on items work with: the catalog, the rows, the expression parser, the
/// sequencer, the item collections.
public record ItemAccess(
        Catalog catalog,
        ItemRows rows,
        ExpressionParser parser,
        Sequencer sequencer,
        ItemCollections collections) {
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
        rows.read(write.rowKey());
        return submit(write);
    }

    <R> R submit(Command<R> command) {
        return sequencer.submit(command);
    }
}
