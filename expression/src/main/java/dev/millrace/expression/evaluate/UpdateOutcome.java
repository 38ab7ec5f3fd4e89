package dev.millrace.expression.evaluate;

import dev.millrace.expression.ast.DocumentPath;
import dev.millrace.model.value.AttributeValue;

import java.util.List;
import java.util.Map;

/// What an update makes of the attributes of an item.
///
/// @param attributes the attributes afterwards
/// @param touched the paths that the actions name, as places in the item before
/// @param written the paths that got a value, as places in the item afterwards
public record UpdateOutcome(
        Map<String, AttributeValue> attributes,
        List<DocumentPath> touched,
        List<DocumentPath> written) {}
