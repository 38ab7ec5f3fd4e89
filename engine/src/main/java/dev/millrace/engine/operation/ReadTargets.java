package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;

import org.jspecify.annotations.Nullable;

/// Finds what a Query or Scan is to read.
final class ReadTargets {
    private ReadTargets() {}

    /// The index with this name, or the table itself for null.
    ///
    /// @throws ApiException if there is no such index, it is still being filled, or it is a global
    ///   one and the read is to be consistent
    static ReadTarget require(Table table, @Nullable String indexName, boolean consistent) {
        if (indexName == null) {
            return new TableTarget(table);
        }
        SecondaryIndex index = readable(table, indexName);
        if (consistent && index.kind() == IndexKind.GLOBAL) {
            throw ApiException.validation(
                    "Consistent reads are not supported on global secondary indexes");
        }
        return new IndexTarget(table, index);
    }

    // One that is being deleted is no longer kept up to date.
    private static SecondaryIndex readable(Table table, String name) {
        SecondaryIndex index =
                table.indexes()
                        .named(name)
                        .filter(known -> known.status() != IndexStatus.DELETING)
                        .orElseThrow(() -> unknown(name));
        if (index.status() == IndexStatus.CREATING) {
            throw ApiException.validation(
                    "Cannot read from backfilling global secondary index: " + name);
        }
        return index;
    }

    private static ApiException unknown(String name) {
        return ApiException.validation("The table does not have the specified index: " + name);
    }
}
