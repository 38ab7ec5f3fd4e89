package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Catalog;
import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.query.IndexTarget;
import dev.millrace.engine.query.ReadTarget;
import dev.millrace.engine.query.TableTarget;
import dev.millrace.expression.statement.BoundStatement;
import dev.millrace.expression.statement.Relation;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.IndexKeySchema;
import dev.millrace.model.table.IndexKind;
import dev.millrace.model.table.IndexStatus;
import dev.millrace.model.table.SecondaryIndex;

import java.util.Optional;

/// Finds what statements read from, and tells what is wrong with it in the words that AWS has for
/// statements.
final class StatementTargets {
    private StatementTargets() {}

    /// The table of a statement, if it is there and can be used.
    static Optional<Table> table(ItemAccess access, BoundStatement statement) {
        return access.catalog()
                .state()
                .table(statement.relation().tableName())
                .filter(Catalog::isUsable);
    }

    /// What a SELECT reads.
    ///
    /// @throws ApiException if there is no such table or index, it cannot be read, or the columns
    ///   are not valid
    static ReadTarget require(ItemAccess access, BoundStatement.Select select, boolean consistent) {
        Optional<ReadTarget> target =
                table(access, select).map(table -> require(table, select.relation(), consistent));
        requireColumns(select);
        return target.orElseThrow(ApiException::tableNotFound);
    }

    /// Refuses columns that are not valid.
    ///
    /// @throws ApiException if they are not
    static void requireColumns(BoundStatement.Select select) {
        if (select.columnFault() != null) {
            throw ApiException.validation(select.columnFault());
        }
    }

    private static ReadTarget require(Table table, Relation relation, boolean consistent) {
        String indexName = relation.indexName();
        if (indexName == null) {
            return new TableTarget(table);
        }
        SecondaryIndex index = readable(table, indexName);
        if (consistent && index.kind() == IndexKind.GLOBAL) {
            throw ApiException.validation(
                    "Strongly consistent read is not supported on Global Secondary Indexes");
        }
        return new IndexTarget(table, index);
    }

    private static SecondaryIndex readable(Table table, String name) {
        SecondaryIndex index =
                table.indexes()
                        .named(name)
                        .filter(known -> known.status() != IndexStatus.DELETING)
                        .orElseThrow(() ->
                                ApiException.validation(
                                        "The table does not have the specified index"));
        ReadTargets.requireKeys(index, ReadTargets.SCAN_OF_VECTORS);
        requireOneAttributeEach(index.keySchema());
        if (index.status() == IndexStatus.CREATING) {
            throw ApiException.validation(
                    "Cannot read from backfilling global secondary index: " + name);
        }
        return index;
    }

    private static void requireOneAttributeEach(IndexKeySchema schema) {
        if (schema.partitionKeys().size() > 1 || schema.sortKeys().size() > 1) {
            throw ApiException.validation(
                    "PartiQL statements cannot be executed on tables with multi-attribute HASH keys"
                            + " or multi-attribute RANGE keys.");
        }
    }
}
