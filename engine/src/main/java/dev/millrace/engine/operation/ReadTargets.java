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
    /// The refusal to scan an index of vectors, which statements have too.
    static final String SCAN_OF_VECTORS = "Scan operation not supported on this index type";

    private ReadTargets() {}

    /// What a Query reads: the index with this name, or the table itself for null.
    ///
    /// @throws ApiException if there is no such index, it is still being filled, it is a global one
    ///   and the read is to be consistent, or it is one of vectors
    static ReadTarget requireForQuery(Table table, @Nullable String indexName, boolean consistent) {
        if (indexName == null) {
            return new TableTarget(table);
        }
        SecondaryIndex index = readable(table, indexName);
        requireConsistency(index, consistent);
        requireKeys(index, "Query operation not supported on this index type.");
        return new IndexTarget(table, index);
    }

    /// What a Scan reads, as of a Query; AWS looks at the faults of an index in another order, and
    /// ends the text without a full stop (seen on AWS by a public project in August 2026).
    ///
    /// @throws ApiException as for a Query
    static ReadTarget requireForScan(Table table, @Nullable String indexName, boolean consistent) {
        if (indexName == null) {
            return new TableTarget(table);
        }
        SecondaryIndex index = readable(table, indexName);
        requireKeys(index, SCAN_OF_VECTORS);
        requireConsistency(index, consistent);
        return new IndexTarget(table, index);
    }

    /// Refuses an index of vectors with `refusal`.
    static void requireKeys(SecondaryIndex index, String refusal) {
        if (index.kind() == IndexKind.VECTOR) {
            throw ApiException.validation(refusal);
        }
    }

    private static void requireConsistency(SecondaryIndex index, boolean consistent) {
        if (consistent && index.kind() != IndexKind.LOCAL) {
            throw ApiException.validation(
                    "Consistent reads are not supported on global secondary indexes");
        }
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
