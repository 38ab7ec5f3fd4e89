package dev.millrace.transfer.source;

import com.amazon.ion.IonReader;
import com.amazon.ion.IonType;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.JsonOutput;

import java.util.Base64;
import java.util.Locale;

/// A struct of Ion on its way into DynamoDB JSON. Values have the types that AWS gives them:
/// numbers are decimals, binary values blobs, sets lists with an annotation such as `$dynamodb_SS`.
///
/// @param reader at the struct, and behind it afterwards
record IonRecord(IonReader reader, JsonOutput json) {
    /// How deep an item may be nested, with the record around it, and some more: the rest is
    /// checked with the item.
    private static final int DEPTH_MAX = 40;

    private static final String ANNOTATION = "$dynamodb_";

    /// Writes the members of the struct.
    void write() {
        reader.stepIn();
        while (reader.next() != null) {
            String name = reader.getFieldName();
            switch (name) {
                case "Item", "ExpressionAttributeValues" -> attributes(name, 1);
                case "ExpressionAttributeNames" -> names(name);
                case "ConditionExpression" -> json.text(name, text());
                default -> {
                    // As in JSON, what is not known is passed over.
                }
            }
        }
        reader.stepOut();
    }

    private void attributes(String member, int depth) {
        requireType(IonType.STRUCT);
        json.startObject(member);
        reader.stepIn();
        while (reader.next() != null) {
            json.startObject(reader.getFieldName());
            value(depth + 1);
            json.endObject();
        }
        reader.stepOut();
        json.endObject();
    }

    private void names(String member) {
        requireType(IonType.STRUCT);
        json.startObject(member);
        reader.stepIn();
        while (reader.next() != null) {
            json.text(reader.getFieldName(), text());
        }
        reader.stepOut();
        json.endObject();
    }

    // The member of an attribute value.
    private void value(int depth) {
        if (depth > DEPTH_MAX) {
            throw ApiException.validation(
                    "Nesting Levels have exceeded supported limits: Attributes in the item have"
                            + " nested levels beyond supported limit");
        }
        if (reader.isNullValue()) {
            json.truth("NULL", true);
            return;
        }
        switch (reader.getType()) {
            case STRING -> json.text("S", reader.stringValue());
            case BOOL -> json.truth("BOOL", reader.booleanValue());
            case INT, DECIMAL -> json.text("N", number());
            case BLOB -> json.text("B", blob());
            case STRUCT -> attributes("M", depth);
            case LIST -> list(depth);
            case NULL, FLOAT, TIMESTAMP, SYMBOL, CLOB, SEXP, DATAGRAM ->
                    throw ApiException.validation(
                            "An attribute cannot have the Ion type " + name(reader.getType()));
        }
    }

    private void list(int depth) {
        String kind = kind();
        json.startArray(kind);
        reader.stepIn();
        while (reader.next() != null) {
            switch (kind) {
                case "L" -> {
                    json.startObject();
                    value(depth + 1);
                    json.endObject();
                }
                case "SS" -> json.text(text());
                case "NS" -> json.text(number());
                default -> json.text(blob());
            }
        }
        reader.stepOut();
        json.endArray();
    }

    private String kind() {
        for (String annotation : reader.getTypeAnnotations()) {
            if (annotation.startsWith(ANNOTATION)) {
                String kind = annotation.substring(ANNOTATION.length());
                return switch (kind) {
                    case "SS", "NS", "BS", "L" -> kind;
                    default ->
                            throw ApiException.validation(
                                    "A list cannot have the annotation " + annotation);
                };
            }
        }
        return "L";
    }

    private String text() {
        requireType(IonType.STRING);
        return reader.stringValue();
    }

    private String number() {
        IonType type = reader.getType();
        if (reader.isNullValue() || (type != IonType.DECIMAL && type != IonType.INT)) {
            throw mismatch("decimal");
        }
        return reader.bigDecimalValue().toString();
    }

    private String blob() {
        requireType(IonType.BLOB);
        return Base64.getEncoder().encodeToString(reader.newBytes());
    }

    private void requireType(IonType type) {
        if (reader.isNullValue() || reader.getType() != type) {
            throw mismatch(name(type));
        }
    }

    private static String name(IonType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static ApiException mismatch(String wanted) {
        return ApiException.validation(
                "The record has something else where a " + wanted + " belongs");
    }
}
