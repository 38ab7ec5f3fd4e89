package dev.millrace.transfer.bulk;

import dev.millrace.engine.operation.Operation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.CancelBulkOperationRequest;
import dev.millrace.model.response.BulkOperationDescription;
import dev.millrace.model.response.CancelBulkOperationResponse;
import dev.millrace.model.transfer.BulkStatus;

/// Has a bulk operation stop: what it has put stays. Asked again it says the same.
public record CancelBulkOperation(BulkEngine engine)
        implements Operation<CancelBulkOperationRequest, CancelBulkOperationResponse> {
    @Override
    public CancelBulkOperationResponse execute(CancelBulkOperationRequest request) {
        synchronized (engine) {
            BulkOperationDescription found =
                    Cancellations.require(engine, request.bulkOperationArn());
            switch (found.status()) {
                case IN_PROGRESS -> Cancellations.add(engine, found);
                case CANCELLING -> {
                    // It is asked for already.
                }
                case COMPLETED, COMPLETED_WITH_ERRORS, CANCELLED, FAILED ->
                        throw ApiException.validation(
                                "The bulk operation is not in progress: its status is "
                                        + found.status());
            }
        }
        return new CancelBulkOperationResponse(request.bulkOperationArn(), BulkStatus.CANCELLING);
    }
}
