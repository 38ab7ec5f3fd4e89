package dev.millrace.expression.evaluate;

import dev.millrace.model.value.AttributeValue;

/// What an update does at one path, its value worked out.
sealed interface Change {
    /// Puts this value there.
    record Put(AttributeValue value) implements Change {}

    /// Takes away what is there.
    record Remove() implements Change {}

    /// Leaves it as it is, though the place must exist.
    record Keep() implements Change {}
}
