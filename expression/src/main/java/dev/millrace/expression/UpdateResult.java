package dev.millrace.expression;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.model.value.Item;

import java.util.List;

/// What an update made of an item.
///
/// @param after the item afterwards
/// @param touched the paths that the update names, for `UPDATED_OLD`: what the item before has
///   there
/// @param written the paths that got a value, for `UPDATED_NEW`: what the item afterwards has
///   there. Positions in lists are those after the update, so removed elements are not counted and
///   elements set past the end are where they were appended.
public record UpdateResult(Item after, List<DocumentPath> touched, List<DocumentPath> written) {}
