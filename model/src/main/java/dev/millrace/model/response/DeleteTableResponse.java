package dev.millrace.model.response;

import dev.millrace.model.table.TableDescription;

/// What DeleteTable answers.
public record DeleteTableResponse(TableDescription tableDescription) {}
