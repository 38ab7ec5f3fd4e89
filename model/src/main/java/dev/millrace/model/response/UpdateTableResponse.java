package dev.millrace.model.response;

import dev.millrace.model.table.TableDescription;

/// What UpdateTable answers.
public record UpdateTableResponse(TableDescription tableDescription) {}
