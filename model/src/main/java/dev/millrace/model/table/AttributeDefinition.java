package dev.millrace.model.table;

import dev.millrace.model.key.ScalarType;

/// The type of an attribute that some key uses.
public record AttributeDefinition(String attributeName, ScalarType attributeType) {}
