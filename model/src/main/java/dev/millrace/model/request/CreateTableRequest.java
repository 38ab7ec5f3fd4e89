package dev.millrace.model.request;

import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.IndexSpecification;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;
import dev.millrace.model.table.Tag;
import dev.millrace.model.table.VectorIndexSpecification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Creates a table.
///
/// @param resourcePolicy a document in JSON that becomes the table's policy; null for none
/// @param localSecondaryIndexes null if the request left the list out
/// @param globalSecondaryIndexes as for local ones
/// @param vectorIndexes as for local ones
public record CreateTableRequest(
        String tableName,
        List<AttributeDefinition> attributeDefinitions,
        List<KeySchemaElement> keySchema,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable StreamSpecification streamSpecification,
        TableOptions options,
        List<Tag> tags,
        @Nullable String resourcePolicy,
        @Nullable List<IndexSpecification> localSecondaryIndexes,
        @Nullable List<IndexSpecification> globalSecondaryIndexes,
        @Nullable List<VectorIndexSpecification> vectorIndexes) {
    /// Creates a table without indexes of vectors.
    public CreateTableRequest(
            String tableName,
            List<AttributeDefinition> attributeDefinitions,
            List<KeySchemaElement> keySchema,
            @Nullable BillingMode billingMode,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable StreamSpecification streamSpecification,
            TableOptions options,
            List<Tag> tags,
            @Nullable String resourcePolicy,
            @Nullable List<IndexSpecification> localSecondaryIndexes,
            @Nullable List<IndexSpecification> globalSecondaryIndexes) {
        this(
                tableName,
                attributeDefinitions,
                keySchema,
                billingMode,
                provisionedThroughput,
                streamSpecification,
                options,
                tags,
                resourcePolicy,
                localSecondaryIndexes,
                globalSecondaryIndexes,
                null);
    }

    /// Creates a table without indexes, options, tags and policy.
    public CreateTableRequest(
            String tableName,
            List<AttributeDefinition> attributeDefinitions,
            List<KeySchemaElement> keySchema,
            @Nullable BillingMode billingMode,
            @Nullable ProvisionedThroughput provisionedThroughput,
            @Nullable StreamSpecification streamSpecification) {
        this(
                tableName,
                attributeDefinitions,
                keySchema,
                billingMode,
                provisionedThroughput,
                streamSpecification,
                TableOptions.NONE,
                List.of(),
                null,
                null,
                null);
    }
}
