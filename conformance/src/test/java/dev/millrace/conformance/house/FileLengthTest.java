package dev.millrace.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Comparator.comparingLong;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class FileLengthTest {
    private static final int LINES_MAX = 300;
    private static final int SHOWN = 10;

    private final Repository repository = Repository.here();

    private record Length(String file, long lines) {}

    @Test
    void noMainFileIsLongerThanThreeHundredLines() {
        List<Length> lengths =
                repository.mainFiles().stream()
                        .map(this::length)
                        .sorted(comparingLong(Length::lines).reversed())
                        .toList();
        assertThat(lengths.stream().filter(each -> each.lines() > LINES_MAX))
                .as("the longest files are %s", lengths.subList(0, SHOWN))
                .isEmpty();
    }

    private Length length(Path file) {
        return new Length(repository.name(file), Repository.text(file).lines().count());
    }
}
