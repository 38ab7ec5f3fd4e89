package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.DescribeTimeToLiveRequest;
import dev.millrace.model.response.DescribeTimeToLiveResponse;
import dev.millrace.model.table.TableStatus;
import dev.millrace.model.table.TimeToLiveDescription;
import dev.millrace.model.table.TimeToLiveStatus;

/// Describes the expiry of a table's items.
public final class DescribeTimeToLive
        implements Operation<DescribeTimeToLiveRequest, DescribeTimeToLiveResponse> {
    private final TableAccess access;

    public DescribeTimeToLive(TableAccess access) {
        this.access = access;
    }

    @Override
    public DescribeTimeToLiveResponse execute(DescribeTimeToLiveRequest request) {
        Table table =
                access.catalog()
                        .state()
                        .table(request.tableName())
                        .orElseThrow(() -> ApiException.tableNotFound(request.tableName()));
        if (table.status() == TableStatus.CREATING) {
            throw ApiException.validation(
                    "Cannot describe time to live while table is in CREATING state: Current table"
                            + " state is CREATING");
        }
        return new DescribeTimeToLiveResponse(description(table));
    }

    private static TimeToLiveDescription description(Table table) {
        TimeToLive timeToLive = table.timeToLive();
        if (timeToLive == null) {
            return new TimeToLiveDescription(TimeToLiveStatus.DISABLED, null);
        }
        return new TimeToLiveDescription(
                timeToLive.isComplete() ? TimeToLiveStatus.ENABLED : TimeToLiveStatus.ENABLING,
                timeToLive.attributeName());
    }
}
