package dev.millrace.model.key;

import dev.millrace.model.value.AttributeValue;

import org.jspecify.annotations.Nullable;

/// The key of one item: the value of its partition key and, if the table has a sort key, of that.
public record PrimaryKey(AttributeValue partition, @Nullable AttributeValue sort) {}
