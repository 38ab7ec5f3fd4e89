package dev.millrace.triggers.function.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

class CodeStoreTest {
    private static final int LINK = 0120777;
    private static final int FILE = 0100644;
    private static final int PROGRAM = 0100755;

    @TempDir private Path directory;
    private CodeStore store;

    @BeforeEach
    void open() {
        store = new CodeStore(directory, 1_000_000);
    }

    @Test
    void archiveIsUnpacked() throws IOException {
        CodeReference code = store.put(Zips.of("a/", "", "a/b.txt", "content"));

        assertThat(Files.readString(store.directory(code).resolve("a/b.txt"))).isEqualTo("content");
    }

    @Test
    void digestIsThatOfTheBytesInBase64() {
        assertThat(CodeReference.of("abc".getBytes(UTF_8)).sha256())
                .isEqualTo("ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    }

    @Test
    void permissionToRunIsKept() {
        byte[] archive = Zips.withModes(Zips.of("run", "1", "read", "2"), PROGRAM, FILE);
        Path unpacked = store.directory(store.put(archive));

        assertThat(unpacked.resolve("run")).isExecutable();
        assertThat(Files.isExecutable(unpacked.resolve("read"))).isFalse();
    }

    @Test
    void archiveWithoutPermissionsAllowsToRun() {
        assertThat(store.directory(store.put(Zips.of("run", "1"))).resolve("run")).isExecutable();
    }

    @Test
    void linkToTheInsideIsKept() throws IOException {
        byte[] archive = Zips.withModes(Zips.of("a/b", "content", "l", "a/b"), FILE, LINK);

        assertThat(Files.readString(store.directory(store.put(archive)).resolve("l")))
                .isEqualTo("content");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../x", "a/../../x", "..", ""})
    void linkToTheOutsideIsRefused(String target) {
        byte[] archive = Zips.withModes(Zips.of("a/b", "", "l", target), FILE, LINK);

        assertRefused(() -> store.put(archive));
    }

    @Test
    void linkToTheOutsideThroughAnotherLinkIsRefused() {
        byte[] archive =
                Zips.withModes(
                        Zips.of("s/f", "", "a/b/c/l", "../../../s", "m", "a/b/c/l/../../.."),
                        FILE,
                        LINK,
                        LINK);

        assertRefused(() -> store.put(archive));
    }

    @Test
    void fileBelowALinkIsRefused() {
        byte[] archive = Zips.withModes(Zips.of("l", "a", "l/f", "x"), LINK, FILE);

        assertRefused(() -> store.put(archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a/../../x", "a/..", "a\\..\\x", "a/../x"})
    void nameThatLeadsAroundIsRefused(String name) {
        assertRefused(() -> store.put(Zips.of(name, "x")));
    }

    @Test
    void nothingOfARefusedArchiveIsKept() throws IOException {
        assertRefused(() -> store.put(Zips.of("good", "x", "../bad", "x")));

        try (Stream<Path> all = Files.walk(directory)) {
            assertThat(all.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void deviceIsRefused() {
        assertRefused(() -> store.put(Zips.withModes(Zips.of("d", ""), 0020666)));
    }

    @Test
    void bytesThatAreNoArchiveAreRefused() {
        assertThatThrownBy(() -> store.put("no archive".getBytes(UTF_8)))
                .hasMessageStartingWith(
                        "Could not unzip uploaded file. Please check your file, then try to upload"
                                + " again.");
    }

    @Test
    void damagedArchiveIsRefused() {
        byte[] archive = Zips.of("a", "content that is packed, packed, packed, packed, packed");
        archive[40] ^= 0x55;

        assertRefused(() -> store.put(archive));
    }

    @Test
    void archiveThatIsLargerThanFiftyMegabytesIsRefused() {
        assertThatThrownBy(() -> store.put(new byte[CodeArchive.ZIPPED_BYTES_MAX + 1]))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.REQUEST_ENTITY_TOO_LARGE));
    }

    @Test
    void archiveThatUnpacksToMoreThanAllowedIsRefused() {
        String much = "0".repeat(64 << 20);

        assertThatThrownBy(() -> store.put(Zips.of("a", much, "b", much, "c", much, "d", much)))
                .hasMessage("Unzipped size must be smaller than 262144000 bytes");
    }

    @Test
    void codeBeyondTheLimitOfTheStoreIsRefused() {
        CodeStore small = new CodeStore(directory.resolve("small"), 200);

        assertThatThrownBy(
                        () -> {
                            small.put(Zips.of("a", "1"));
                            small.put(Zips.of("b", "2"));
                        })
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.CODE_STORAGE_EXCEEDED));
    }

    @Test
    void codeIsUnpackedAgainAfterARestart() throws IOException {
        CodeReference code = store.put(Zips.of("a", "content"));
        CodeStore restarted = new CodeStore(directory, 1_000_000);

        assertThat(Files.readString(restarted.directory(code).resolve("a"))).isEqualTo("content");
    }

    @Test
    void codeThatNothingNamesIsRemoved() throws IOException {
        CodeReference kept = store.put(Zips.of("a", "1"));
        store.put(Zips.of("b", "2"));
        store.retain(Set.of(kept));

        try (Stream<Path> files = Files.list(directory.resolve("code"))) {
            assertThat(files)
                    .containsExactly(directory.resolve("code/" + kept.fileName() + ".zip"));
        }
    }

    @Test
    void codeThatWasLostOnDiskIsNamedWhenItIsToRun() {
        CodeReference lost = CodeReference.of(new byte[1]);

        assertThatThrownBy(() -> store.directory(lost))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.INVALID_ZIP_FILE));
    }

    private static void assertRefused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        e -> assertThat(e.error()).isEqualTo(ApiError.INVALID_PARAMETER_VALUE));
    }
}
