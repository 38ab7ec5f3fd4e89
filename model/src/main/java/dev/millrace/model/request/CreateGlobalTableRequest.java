package dev.millrace.model.request;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Makes a global table of the legacy version 2017.11.29.
///
/// @param regions where its replicas are; null for one whose region is not given
public record CreateGlobalTableRequest(String globalTableName, List<@Nullable String> regions) {}
