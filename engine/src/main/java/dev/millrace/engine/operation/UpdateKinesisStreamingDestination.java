package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.model.destination.ApproximateCreationDateTimePrecision;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateKinesisStreamingDestinationRequest;
import dev.millrace.model.response.KinesisStreamingDestinationResponse;

/// Changes the unit in which the records of a destination tell the time. Records that are still to
/// be sent get the new one.
public final class UpdateKinesisStreamingDestination
        implements Operation<
                UpdateKinesisStreamingDestinationRequest, KinesisStreamingDestinationResponse> {
    private final DestinationAccess access;

    public UpdateKinesisStreamingDestination(DestinationAccess access) {
        this.access = access;
    }

    @Override
    public KinesisStreamingDestinationResponse execute(
            UpdateKinesisStreamingDestinationRequest request) {
        ApproximateCreationDateTimePrecision precision = request.precision();
        if (precision == null) {
            throw ApiException.validation(
                    "Streaming destination cannot be updated with given parameters:"
                            + " UpdateKinesisStreamingConfiguration cannot be null or contain only"
                            + " null values");
        }
        KinesisDestination updating =
                access.tables()
                        .sequencer()
                        .admit(
                                (CatalogCommand<KinesisDestination>)
                                        catalog -> update(catalog, request, precision));
        access.settle(updating);
        return new KinesisStreamingDestinationResponse(
                updating.tableName(), updating.streamArn(), updating.status(), precision);
    }

    private KinesisDestination update(
            CatalogEvaluation catalog,
            UpdateKinesisStreamingDestinationRequest request,
            ApproximateCreationDateTimePrecision precision) {
        Table table = DestinationAccess.require(catalog.state(), request.tableName());
        KinesisDestination destination =
                DestinationAccess.find(catalog.state(), table, request.streamArn())
                        .orElseThrow(() -> unknown(request));
        if (destination.status() != DestinationStatus.ACTIVE) {
            throw DestinationAccess.wrongState(
                    "Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE"
                            + " state. TableName: "
                            + table.name());
        }
        requireAnother(destination, precision);
        KinesisDestination updating = destination.updating(precision, access.settles(catalog));
        catalog.change(new CatalogChange.PutDestination(updating));
        return updating;
    }

    private static void requireAnother(
            KinesisDestination destination, ApproximateCreationDateTimePrecision precision) {
        ApproximateCreationDateTimePrecision now =
                destination.precision() == null
                        ? ApproximateCreationDateTimePrecision.MILLISECOND
                        : destination.precision();
        if (now == precision) {
            throw ApiException.validation(
                    "Invalid Request: Precision is already set to the desired value of "
                            + precision
                            + " for tableId: "
                            + destination.tableUuid()
                            + ", kdsArn: "
                            + destination.streamArn());
        }
    }

    private static ApiException unknown(UpdateKinesisStreamingDestinationRequest request) {
        return DestinationAccess.wrongState(
                "No streaming destination with streamArn: "
                        + request.streamArn()
                        + " found for table with tableName: "
                        + request.tableName());
    }
}
