package dev.millrace.transfer.source;

import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.transfer.BulkInput;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.InputCompressionType;
import dev.millrace.model.transfer.InputFormat;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads objects as a request says.
///
/// @param csv null if nothing is said of it
/// @param compression null for none
/// @param types of the attributes that keys use
public record ItemSources(
        InputFormat format,
        @Nullable CsvOptions csv,
        @Nullable InputCompressionType compression,
        Map<String, ScalarType> types) {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final CsvOptions NO_OPTIONS = new CsvOptions(null, null);

    /// Those of an import.
    public static ItemSources of(ImportTableRequest request) {
        return new ItemSources(
                request.format(),
                request.csv(),
                request.compression(),
                request.table().attributeDefinitions().stream()
                        .collect(
                                Collectors.toMap(
                                        AttributeDefinition::attributeName,
                                        AttributeDefinition::attributeType,
                                        (one, _) -> one)));
    }

    /// Those of a bulk operation.
    public static ItemSources of(BulkInput input) {
        return new ItemSources(input.format(), null, input.compression(), Map.of());
    }

    /// The items in an object.
    ///
    /// @throws MalformedObjectException if it is not compressed as it should be
    public ItemSource of(InputStream object) throws IOException {
        InputStream input = new BufferedInputStream(decompressed(object), BUFFER_BYTES);
        return switch (format) {
            case DYNAMODB_JSON -> new GuardedItems(new JsonItems(input));
            case CSV -> new GuardedItems(csv(input));
            case ION -> new GuardedItems(new IonItems(input));
        };
    }

    private InputStream decompressed(InputStream object) throws IOException {
        return switch (compression) {
            case null -> object;
            case NONE -> object;
            case GZIP -> gunzipped(object);
            case ZSTD -> new ZstdInput(object);
        };
    }

    private static InputStream gunzipped(InputStream object) throws IOException {
        try {
            return new GZIPInputStream(object, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw new MalformedObjectException("the object is not in gzip", e);
        }
    }

    private CsvItems csv(InputStream input) {
        CsvOptions options = csv == null ? NO_OPTIONS : csv;
        String delimiter = options.delimiter() == null ? "," : options.delimiter();
        return new CsvItems(new CsvReader(input, delimiter.charAt(0)), options.headerList(), types);
    }
}
