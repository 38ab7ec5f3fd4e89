package dev.millrace.transfer.source;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.ConditionalPut;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Binary;
import dev.millrace.model.value.Decimal;
import dev.millrace.model.value.Item;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Lines of comma-separated values. Attributes that a key uses have the type that they are defined
/// with, and are left out where their field is empty; all others are strings.
final class CsvItems implements ItemSource {
    private final CsvReader reader;
    private final Map<String, ScalarType> types;
    private @Nullable List<String> headers;
    private @Nullable List<String> fields;

    /// @param headers null if the first line has them
    /// @param types of the attributes that keys use
    CsvItems(CsvReader reader, @Nullable List<String> headers, Map<String, ScalarType> types) {
        this.reader = reader;
        this.headers = headers;
        this.types = types;
    }

    @Override
    public boolean next() throws IOException {
        if (headers == null) {
            headers = reader.next();
        }
        fields = headers == null ? null : reader.next();
        return fields != null;
    }

    @Override
    public Item item() {
        List<String> names = Objects.requireNonNull(headers);
        List<String> values = Objects.requireNonNull(fields);
        if (names.size() != values.size()) {
            throw ApiException.validation(
                    "The line has %d fields, but there are %d columns"
                            .formatted(values.size(), names.size()));
        }
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            AttributeValue value = value(types.get(names.get(i)), values.get(i));
            if (value != null) {
                attributes.put(names.get(i), value);
            }
        }
        return Item.of(attributes);
    }

    @Override
    public ConditionalPut put() {
        return ConditionalPut.of(item());
    }

    @Override
    public long bytes() {
        return reader.bytes();
    }

    private static @Nullable AttributeValue value(@Nullable ScalarType type, String text) {
        if (type == null) {
            return new AttributeValue.S(text);
        }
        if (text.isEmpty()) {
            return null;
        }
        return switch (type) {
            case S -> new AttributeValue.S(text);
            case N -> new AttributeValue.N(Decimal.parse(text.strip()));
            case B -> new AttributeValue.B(binary(text));
        };
    }

    private static Binary binary(String text) {
        try {
            return Binary.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException _) {
            throw ApiException.validation("A binary value is not in Base64");
        }
    }
}
