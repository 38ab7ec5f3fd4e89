package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.outbox.OutboxNews;
import dev.millrace.engine.outbox.OutboxReader;
import dev.millrace.engine.stream.HybridClock;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.TableStatus;

import java.time.Instant;
import java.util.Optional;

/// What the operations on Kinesis destinations and on their outboxes work with.
///
/// @param news wakes those who send changes
public record DestinationAccess(TableAccess tables, OutboxReader outbox, OutboxNews news) {
    private static final String STATE =
            "Table is not in a valid state to enable Kinesis Streaming Destination: ";

    /// The table of a request; as on AWS, one that is being created is not there yet.
    static Table require(CatalogState catalog, String tableName) {
        return catalog.table(tableName)
                .filter(table -> table.status() != TableStatus.CREATING)
                .orElseThrow(() -> ApiException.tableNotFound(tableName));
    }

    /// The destination with this stream that clients see.
    static Optional<KinesisDestination> find(CatalogState catalog, Table table, String streamArn) {
        return catalog.destinations().shownOf(table).stream()
                .filter(destination -> destination.streamArn().equals(streamArn))
                .findFirst();
    }

    /// The refusal of what the destination's status does not allow.
    static ApiException wrongState(String reason) {
        return ApiException.validation(STATE + reason);
    }

    /// When a passing status that begins with this commit ends.
    Instant settles(CatalogEvaluation catalog) {
        return tables.statusDelay().endOf(momentOf(catalog));
    }

    static Instant momentOf(CatalogEvaluation catalog) {
        return Instant.ofEpochMilli(HybridClock.millis(catalog.position()));
    }

    /// Takes a destination out of its passing status at once, unless destinations are to take their
    /// time.
    void settle(KinesisDestination destination) {
        if (tables.statusDelay().isNone()) {
            tables.sequencer()
                    .submit((CatalogCommand<Boolean>) catalog -> settle(catalog, destination.id()));
        }
    }

    static Boolean settle(CatalogEvaluation catalog, int id) {
        catalog.state()
                .destinations()
                .find(id)
                .filter(found -> found.settles() != null)
                .ifPresent(
                        found -> catalog.change(new CatalogChange.PutDestination(found.settled())));
        return true;
    }

    /// Takes a destination away from its table; it stays while there is something in its outbox.
    static void hide(CatalogEvaluation catalog, KinesisDestination destination) {
        catalog.change(
                destination.hasOutbox()
                        ? new CatalogChange.PutDestination(destination.hidden(momentOf(catalog)))
                        : new CatalogChange.RemoveDestination(destination.id()));
    }

    /// Gives up what is left in an outbox that takes no more changes.
    static void drain(CatalogEvaluation catalog, KinesisDestination destination) {
        if (destination.shown()) {
            catalog.change(new CatalogChange.PutDestination(destination.drained()));
            catalog.change(new CatalogChange.TrimOutbox(destination.id(), catalog.position()));
        } else {
            catalog.change(new CatalogChange.RemoveDestination(destination.id()));
        }
    }
}
