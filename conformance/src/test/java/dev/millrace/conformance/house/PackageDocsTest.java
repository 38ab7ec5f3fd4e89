package dev.millrace.conformance.house;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.function.Predicate.not;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

class PackageDocsTest {
    private static final int WORDS_MIN = 13;

    private final Repository repository = Repository.here();

    @Test
    void everyPackageHasAPackageInfo() {
        assertThat(packages().stream().filter(not(PackageDocsTest::isExplained)))
                .map(repository::name)
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(explained())
                .filteredOn(info -> !Repository.text(info).contains("@NullMarked\npackage "))
                .map(repository::name)
                .isEmpty();
    }

    @Test
    void everyPackageIsExplainedInMoreThanTwelveWords() {
        assertThat(explained())
                .filteredOn(info -> words(info) < WORDS_MIN)
                .map(repository::name)
                .isEmpty();
    }

    private List<Path> packages() {
        return repository.mainFiles().stream()
                .filter(file -> !file.endsWith("module-info.java"))
                .map(file -> Objects.requireNonNull(file.getParent()))
                .distinct()
                .toList();
    }

    private List<Path> explained() {
        return packages().stream()
                .filter(PackageDocsTest::isExplained)
                .map(PackageDocsTest::info)
                .toList();
    }

    private static boolean isExplained(Path directory) {
        return Files.exists(info(directory));
    }

    private static Path info(Path directory) {
        return directory.resolve("package-info.java");
    }

    private static long words(Path info) {
        return Repository.text(info)
                .lines()
                .filter(line -> line.startsWith("///"))
                .flatMap(line -> Pattern.compile("\\s+").splitAsStream(line.substring(3)))
                .filter(word -> !word.isEmpty())
                .count();
    }
}
