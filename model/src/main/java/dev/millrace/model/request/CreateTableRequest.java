package dev.millrace.model.request;

import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.table.BillingMode;
import dev.millrace.model.table.KeySchemaElement;
import dev.millrace.model.table.ProvisionedThroughput;
import dev.millrace.model.table.StreamSpecification;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Creates a table.
public record CreateTableRequest(
        String tableName,
        List<AttributeDefinition> attributeDefinitions,
        List<KeySchemaElement> keySchema,
        @Nullable BillingMode billingMode,
        @Nullable ProvisionedThroughput provisionedThroughput,
        @Nullable StreamSpecification streamSpecification) {}
