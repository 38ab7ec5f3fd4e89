package dev.millrace.consumers.lambda;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;

import org.joda.time.DateTime;

import software.amazon.awssdk.core.SdkBytes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The archive of [NoteKeys], as a build tool makes it: its class, and its libraries in `lib`.
final class FunctionArchive {
    private FunctionArchive() {}

    static SdkBytes ofNoteKeys() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            String name = NoteKeys.class.getName().replace('.', '/') + ".class";
            try (InputStream code = NoteKeys.class.getResourceAsStream("/" + name)) {
                add(zip, name, Objects.requireNonNull(code).readAllBytes());
            }
            for (Class<?> library : List.of(DynamodbEvent.class, DateTime.class)) {
                Path jar = jarOf(library);
                add(zip, "lib/" + jar.getFileName(), Files.readAllBytes(jar));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    private static Path jarOf(Class<?> type) {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
