package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.CatalogChange;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.catalog.TimeToLive;
import dev.millrace.engine.commit.CatalogCommand;
import dev.millrace.engine.commit.CatalogEvaluation;
import dev.millrace.engine.expiry.ExpiryBackfill;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.UpdateTimeToLiveRequest;
import dev.millrace.model.response.UpdateTimeToLiveResponse;
import dev.millrace.model.table.TimeToLiveSpecification;

/// Switches the expiry of a table's items on or off.
///
/// Items that are there already are entered in the expiry index after the switch: those of a small
/// table before the answer, those of a larger one behind it, during which the table shows ENABLING.
public final class UpdateTimeToLive
        implements Operation<UpdateTimeToLiveRequest, UpdateTimeToLiveResponse> {
    private final TableAccess access;
    private final ExpiryBackfill backfill;

    /// @param backfill enters what the table holds already
    public UpdateTimeToLive(TableAccess access, ExpiryBackfill backfill) {
        this.access = access;
        this.backfill = backfill;
    }

    @Override
    public UpdateTimeToLiveResponse execute(UpdateTimeToLiveRequest request) {
        TimeToLiveSpecification specification = request.timeToLiveSpecification();
        Table table =
                access.sequencer()
                        .admit(
                                (CatalogCommand<Table>)
                                        catalog ->
                                                change(
                                                        catalog,
                                                        request.tableName(),
                                                        specification));
        if (specification.enabled()) {
            backfill.chunk(table);
        }
        return new UpdateTimeToLiveResponse(specification);
    }

    private static Table change(
            CatalogEvaluation catalog, String tableName, TimeToLiveSpecification specification) {
        Table table = UpdateTable.requireActive(catalog, tableName);
        String attributeName = specification.attributeName();
        return specification.enabled()
                ? enabled(catalog, table, attributeName)
                : disabled(catalog, table, attributeName);
    }

    private static Table enabled(CatalogEvaluation catalog, Table table, String attributeName) {
        if (table.timeToLive() != null) {
            requireSame(table.timeToLive(), attributeName);
            throw ApiException.validation("TimeToLive is already enabled");
        }
        Table next = table.withTimeToLive(TimeToLive.begin(attributeName));
        catalog.change(new CatalogChange.PutTable(next));
        return next;
    }

    private static Table disabled(CatalogEvaluation catalog, Table table, String attributeName) {
        if (table.timeToLive() == null) {
            throw ApiException.validation("TimeToLive is already disabled");
        }
        requireSame(table.timeToLive(), attributeName);
        Table next = table.withTimeToLive(null);
        catalog.change(new CatalogChange.RemoveExpiries(table.id()));
        catalog.change(new CatalogChange.PutTable(next));
        return next;
    }

    private static void requireSame(TimeToLive timeToLive, String attributeName) {
        if (!timeToLive.attributeName().equals(attributeName)) {
            throw ApiException.validation(
                    "TimeToLive is active on a different AttributeName: current AttributeName is "
                            + timeToLive.attributeName());
        }
    }
}
