package dev.millrace.model.response;

import dev.millrace.model.table.TableDescription;

/// The table that is being restored.
public record RestoreTableToPointInTimeResponse(TableDescription tableDescription) {}
