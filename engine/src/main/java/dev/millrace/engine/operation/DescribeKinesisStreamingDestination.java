package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogState;
import dev.millrace.engine.catalog.KinesisDestination;
import dev.millrace.engine.catalog.Table;
import dev.millrace.model.destination.DestinationStatus;
import dev.millrace.model.destination.KinesisDataStreamDestination;
import dev.millrace.model.request.DescribeKinesisStreamingDestinationRequest;
import dev.millrace.model.response.DescribeKinesisStreamingDestinationResponse;

/// Lists the Kinesis destinations of a table. Those that have ended stay among them, as on AWS.
public final class DescribeKinesisStreamingDestination
        implements Operation<
                DescribeKinesisStreamingDestinationRequest,
                DescribeKinesisStreamingDestinationResponse> {
    private final DestinationAccess access;

    public DescribeKinesisStreamingDestination(DestinationAccess access) {
        this.access = access;
    }

    @Override
    public DescribeKinesisStreamingDestinationResponse execute(
            DescribeKinesisStreamingDestinationRequest request) {
        CatalogState catalog = access.tables().catalog().state();
        Table table = DestinationAccess.require(catalog, request.tableName());
        return new DescribeKinesisStreamingDestinationResponse(
                table.name(),
                catalog.destinations().shownOf(table).stream()
                        .map(DescribeKinesisStreamingDestination::view)
                        .toList());
    }

    private static KinesisDataStreamDestination view(KinesisDestination destination) {
        boolean hasFailed = destination.status() == DestinationStatus.ENABLE_FAILED;
        return new KinesisDataStreamDestination(
                destination.streamArn(),
                destination.status(),
                hasFailed ? destination.failure() : null,
                destination.precision());
    }
}
