package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.request.DescribeBulkOperationRequest;
import dev.millrace.model.response.BulkOperationResponse;

/// Tells of a bulk operation.
public record DescribeBulkOperation(BulkEngine engine)
        implements Operation<DescribeBulkOperationRequest, BulkOperationResponse> {
    @Override
    public BulkOperationResponse execute(DescribeBulkOperationRequest request) {
        return new BulkOperationResponse(Cancellations.require(engine, request.bulkOperationArn()));
    }
}
