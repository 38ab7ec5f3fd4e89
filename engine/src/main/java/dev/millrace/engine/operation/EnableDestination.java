package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.request.EnableKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.model.table.TableStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Gives a table a Kinesis destination. As on AWS the answer never tells whether the stream is
/// there: the destination is ENABLING, and then ACTIVE or ENABLE_FAILED. The engine is told which
/// of them, since it knows nothing of Kinesis.
public final class EnableDestination
        implements Operation<EnableDestination.Request, KinesisStreamingDestinationResponse> {
    /// The most destinations of a table that are remembered. The oldest that have ended go first.
    public static final int SHOWN_MAX = 20;

    private final DestinationAccess access;

    public EnableDestination(DestinationAccess access) {
        this.access = access;
    }

    /// A request, and what became of looking for its stream.
    ///
    /// @param failure why enabling will fail; null if it will not
    public record Request(
            EnableKinesisStreamingDestinationRequest enabled, @Nullable String failure) {}

    @Override
    public KinesisStreamingDestinationResponse execute(Request request) {
        KinesisDestination begun =
                access.tables()
                        .sequencer()
                        .admit(
                                (CatalogCommand<KinesisDestination>)
                                        catalog -> enable(catalog, request));
        access.settle(begun);
        return new KinesisStreamingDestinationResponse(
                begun.tableName(), begun.streamArn(), begun.status(), begun.precision());
    }

    private KinesisDestination enable(CatalogEvaluation catalog, Request request) {
        EnableKinesisStreamingDestinationRequest enabled = request.enabled();
        Table table = DestinationAccess.require(catalog.state(), enabled.tableName());
        List<KinesisDestination> shown = catalog.state().destinations().shownOf(table);
        if (table.status() == TableStatus.DELETING
                || shown.stream().anyMatch(KinesisDestination::isLive)) {
            throw DestinationAccess.wrongState(
                    "EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform"
                            + " ENABLE operation.");
        }
        forget(catalog, shown, enabled.streamArn());
        KinesisDestination destination =
                KinesisDestination.enabling(
                        catalog.state().counters().lastDestinationId() + 1,
                        table,
                        enabled.streamArn(),
                        request.failure(),
                        enabled.precision(),
                        access.settles(catalog));
        catalog.change(new CatalogChange.PutDestination(destination));
        return destination;
    }

    // A stream that is enabled anew is shown once.
    private static void forget(
            CatalogEvaluation catalog, List<KinesisDestination> shown, String streamArn) {
        for (int i = 0; i < shown.size(); i++) {
            if (i >= SHOWN_MAX - 1 || shown.get(i).streamArn().equals(streamArn)) {
                DestinationAccess.hide(catalog, shown.get(i));
            }
        }
    }
}
