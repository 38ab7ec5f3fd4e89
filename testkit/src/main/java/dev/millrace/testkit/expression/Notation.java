package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

/// How the writer of an expression spells attribute names and values.
public interface Notation {
    /// The spelling of one attribute name or map key.
    String name(String name);

    /// The spelling of one value.
    String value(AttributeValue value);
}
