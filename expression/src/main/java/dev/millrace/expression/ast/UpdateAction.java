package dev.millrace.expression.ast;

import dev.millrace.model.value.AttributeValue;

/// One change that an update makes at one path.
public sealed interface UpdateAction {
    /// Where the change happens.
    DocumentPath path();

    /// Writes a value.
    record Set(DocumentPath path, SetValue value) implements UpdateAction {}

    /// Takes away what is there.
    record Remove(DocumentPath path) implements UpdateAction {}

    /// Adds a number to a number, the members of a set to a set or, which only the legacy
    /// `AttributeUpdates` can ask for, the elements of a list to the end of a list.
    record Add(DocumentPath path, AttributeValue value) implements UpdateAction {}

    /// Takes the members of a set from a set.
    record Delete(DocumentPath path, AttributeValue members) implements UpdateAction {}
}
