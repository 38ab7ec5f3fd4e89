package dev.millrace.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Tries every input that is kept, and each with some of its bytes changed.
class KnownInputsTest {
    private static final Path INPUTS = Path.of("src", "test", "resources", "inputs");
    private static final int VARIANTS = 40;

    private static final Map<String, Consumer<byte[]>> TARGETS =
            Map.of(
                    "CatalogRows", CatalogRows::fuzzerTestOneInput,
                    "Expressions", Expressions::fuzzerTestOneInput,
                    "FilterPatterns", FilterPatterns::fuzzerTestOneInput,
                    "RawHttp", RawHttp::fuzzerTestOneInput,
                    "Requests", Requests::fuzzerTestOneInput,
                    "Statements", Statements::fuzzerTestOneInput,
                    "StoredItems", StoredItems::fuzzerTestOneInput,
                    "VectorRows", VectorRows::fuzzerTestOneInput);

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.walk(INPUTS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsTakenAsPromised(Path input) throws IOException {
        byte[] bytes = Files.readAllBytes(input);
        Consumer<byte[]> target = target(input);
        assertThatCode(() -> target.accept(bytes)).doesNotThrowAnyException();
        Random random = new Random(input.getFileName().toString().hashCode());
        for (int i = 0; i < VARIANTS && bytes.length > 0; i++) {
            byte[] variant = bytes.clone();
            variant[random.nextInt(bytes.length)] = (byte) random.nextInt();
            variant[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertThatCode(() -> target.accept(variant)).doesNotThrowAnyException();
        }
    }

    @Test
    void everyTargetHasInputs() throws IOException {
        assertThat(inputs().stream().map(KnownInputsTest::nameOf))
                .containsAll(TARGETS.keySet())
                .allMatch(TARGETS::containsKey);
    }

    private static Consumer<byte[]> target(Path input) {
        return TARGETS.getOrDefault(
                nameOf(input),
                _ -> {
                    throw new AssertionError("there is no target " + nameOf(input));
                });
    }

    private static String nameOf(Path input) {
        return INPUTS.relativize(input).getName(0).toString();
    }
}
