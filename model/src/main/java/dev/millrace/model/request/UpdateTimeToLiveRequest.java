package dev.millrace.model.request;

import dev.millrace.model.table.TimeToLiveSpecification;

/// Switches the expiry of a table's items on or off.
public record UpdateTimeToLiveRequest(
        String tableName, TimeToLiveSpecification timeToLiveSpecification) {}
