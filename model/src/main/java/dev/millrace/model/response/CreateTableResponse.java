package dev.millrace.model.response;

import dev.millrace.model.table.TableDescription;

/// What CreateTable answers.
public record CreateTableResponse(TableDescription tableDescription) {}
