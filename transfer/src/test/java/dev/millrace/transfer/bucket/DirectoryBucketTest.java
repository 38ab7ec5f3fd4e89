package dev.millrace.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DirectoryBucketTest {
    @TempDir private Path directory;
    private Bucket bucket;

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectory(directory.resolve("shelf"));
        bucket = new DirectoryBuckets(directory).named("shelf");
    }

    @Test
    void objectsAreListedInTheOrderOfTheirBytes() {
        for (String key : new String[] {"b/1", "a/2", "a/1", "a-1", "a/\uFFFD", "a/😀"}) {
            bucket.put(key, key.getBytes(UTF_8));
        }

        assertThat(keys(bucket.list("a/", null))).containsExactly("a/1", "a/2", "a/\uFFFD", "a/😀");
        assertThat(keys(bucket.list("", "a/2"))).containsExactly("a/\uFFFD", "a/😀", "b/1");
    }

    @Test
    void objectIsReadAsItWasWrittenLast() throws IOException {
        bucket.put("a/1", new byte[] {1});
        bucket.put("a/1", new byte[] {2});

        try (InputStream content = bucket.open("a/1")) {
            assertThat(content.readAllBytes()).containsExactly(2);
        }
    }

    @Test
    void linksAndHiddenFilesAreNoObjects() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "secret");
        Files.createSymbolicLink(directory.resolve("shelf/link"), secret);
        Files.writeString(directory.resolve("shelf/.a.part"), "half");

        assertThat(keys(bucket.list("", null))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../secret", "a/../../secret", "/etc/secret", "a//b", "a/", "./a", "a\0b"})
    void noKeyLeadsOutOfTheFolder(String key) {
        assertThatThrownBy(() -> bucket.put(key, new byte[0])).isInstanceOf(BucketException.class);
        assertThatThrownBy(() -> bucket.open(key)).isInstanceOf(BucketException.class);
    }

    @Test
    void folderThatIsNotThereIsNoBucket() {
        Bucket none = new DirectoryBuckets(directory).named("attic");

        assertThatThrownBy(() -> none.list("", null)).hasMessageStartingWith("S3NoSuchBucket");
        assertThatThrownBy(() -> none.put("a", new byte[0]))
                .hasMessageStartingWith("S3NoSuchBucket");
    }

    private static List<String> keys(List<StoredObject> objects) {
        return objects.stream().map(StoredObject::key).toList();
    }
}
