package dev.millrace.transfer.source;

import dev.millrace.model.key.ScalarType;
import dev.millrace.model.request.ImportTableRequest;
import dev.millrace.model.table.AttributeDefinition;
import dev.millrace.model.transfer.CsvOptions;
import dev.millrace.model.transfer.InputCompressionType;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads the objects of an import as its request says.
public record ItemSources(ImportTableRequest request) {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final CsvOptions NO_OPTIONS = new CsvOptions(null, null);

    /// The items in an object.
    ///
    /// @throws MalformedObjectException if it is not compressed as it should be
    public ItemSource of(InputStream object) throws IOException {
        InputStream input = new BufferedInputStream(decompressed(object), BUFFER_BYTES);
        return switch (request.format()) {
            case DYNAMODB_JSON -> new GuardedItems(new JsonItems(input));
            case CSV -> new GuardedItems(csv(input));
            case ION -> throw new IllegalStateException("such a request is refused");
        };
    }

    private InputStream decompressed(InputStream object) throws IOException {
        if (request.compression() != InputCompressionType.GZIP) {
            return object;
        }
        try {
            return new GZIPInputStream(object, BUFFER_BYTES);
        } catch (ZipException | EOFException e) {
            throw new MalformedObjectException("the object is not in gzip", e);
        }
    }

    private CsvItems csv(InputStream input) {
        CsvOptions options = request.csv() == null ? NO_OPTIONS : request.csv();
        String delimiter = options.delimiter() == null ? "," : options.delimiter();
        Map<String, ScalarType> types =
                request.table().attributeDefinitions().stream()
                        .collect(
                                Collectors.toMap(
                                        AttributeDefinition::attributeName,
                                        AttributeDefinition::attributeType,
                                        (one, _) -> one));
        return new CsvItems(new CsvReader(input, delimiter.charAt(0)), options.headerList(), types);
    }
}
