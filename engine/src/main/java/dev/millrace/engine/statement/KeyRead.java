package dev.millrace.engine.statement;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.store.KeyRange;

/// One of the queries that a SELECT comes to: rows of one partition key.
record KeyRead(AttributeValue partition, KeyRange range) {}
