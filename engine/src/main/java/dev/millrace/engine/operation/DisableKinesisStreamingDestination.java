package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DisableKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;
import dev.millrace.model.table.TableStatus;

/// Ends a Kinesis destination of a table. What was changed before is still sent.
public final class DisableKinesisStreamingDestination
        implements Operation<
                DisableKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse> {
    private final DestinationAccess access;

    public DisableKinesisStreamingDestination(DestinationAccess access) {
        this.access = access;
    }

    @Override
    public KinesisStreamingDestinationResponse execute(
            DisableKinesisStreamingDestinationRequest request) {
        if (request.isConfigured()) {
            throw ApiException.validation(
                    "Stream cannot be disabled using EnableKinesisStreamingConfiguration"
                            + " parameters");
        }
        KinesisDestination ended =
                access.tables()
                        .sequencer()
                        .admit(
                                (CatalogCommand<KinesisDestination>)
                                        catalog -> disable(catalog, request));
        access.settle(ended);
        return new KinesisStreamingDestinationResponse(
                ended.tableName(), ended.streamArn(), ended.status(), null);
    }

    private KinesisDestination disable(
            CatalogEvaluation catalog, DisableKinesisStreamingDestinationRequest request) {
        Table table = DestinationAccess.require(catalog.state(), request.tableName());
        KinesisDestination destination =
                DestinationAccess.find(catalog.state(), table, request.streamArn())
                        .filter(_ -> table.status() != TableStatus.DELETING)
                        .orElseThrow(DisableKinesisStreamingDestination::notActive);
        if (destination.status() == DestinationStatus.DISABLING) {
            return destination;
        }
        if (destination.status() != DestinationStatus.ACTIVE) {
            throw notActive();
        }
        KinesisDestination disabling =
                destination.disabling(DestinationAccess.momentOf(catalog), access.settles(catalog));
        catalog.change(new CatalogChange.PutDestination(disabling));
        return disabling;
    }

    private static ApiException notActive() {
        return DestinationAccess.wrongState(
                "KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
    }
}
