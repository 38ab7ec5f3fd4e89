package dev.millrace.testkit.expression;

import dev.millrace.model.value.AttributeValue;

/// The notation for people: names and values in their place, without placeholders.
public final class PlainNotation implements Notation {
    @Override
    public String name(String name) {
        return name;
    }

    @Override
    public String value(AttributeValue value) {
        return ValueText.format(value);
    }
}
