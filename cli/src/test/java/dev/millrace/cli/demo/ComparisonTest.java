package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.cli.demo.git.GitFile;
import dev.millrace.cli.demo.git.GitPath;
import dev.millrace.cli.demo.git.GitTree;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

class ComparisonTest {

    private static final String ID = "1234567890".repeat(4);
    private static final ItemImage ITEM = image(Map.of("path", "a", "blob", ID, "mode", "100644"));

    private final Differences differences = new Differences();

    @Test
    void equalItemsMakeNoDifference() {
        comparison(Map.of("a", ITEM)).withTable(sorted(Map.of("a", ITEM)));
        assertThat(differences.count()).isZero();
    }

    @Test
    void otherAttributeInTheTableIsADifference() {
        ItemImage other = image(Map.of("path", "a", "blob", ID, "mode", "100755"));
        comparison(Map.of("a", ITEM)).withTable(sorted(Map.of("a", other)));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void itemThatTheTableLacksIsADifference() {
        comparison(Map.of("a", ITEM)).withTable(sorted(Map.of()));
        assertThat(differences.shown())
                .singleElement()
                .asString()
                .startsWith("a: the stream leaves {")
                .endsWith("the table has nothing");
    }

    @Test
    void itemThatOnlyTheTableHasIsADifference() {
        comparison(Map.of()).withTable(sorted(Map.of("a", ITEM)));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void sameModeAndIdAreTheSameFile() {
        comparison(Map.of("a", ITEM)).withTree(tree(Map.of("a", new GitFile("100644", ID))));
        assertThat(differences.count()).isZero();
    }

    @Test
    void otherIdInTheTreeIsADifference() {
        GitFile other = new GitFile("100644", "0".repeat(40));
        comparison(Map.of("a", ITEM)).withTree(tree(Map.of("a", other)));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void otherModeInTheTreeIsADifference() {
        comparison(Map.of("a", ITEM)).withTree(tree(Map.of("a", new GitFile("100755", ID))));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void contentThatDoesNotHaveTheIdIsADifference() {
        ItemImage lying = image(Map.of("blob", ID, "mode", "100644", "content", "else"));
        comparison(Map.of("a", lying)).withTree(tree(Map.of("a", new GitFile("100644", ID))));
        assertThat(differences.count()).isEqualTo(1);
    }

    @Test
    void contentThatHasTheIdIsTheSame() {
        String id = ContentId.of("text".getBytes(UTF_8), ID);
        ItemImage image = image(Map.of("blob", id, "mode", "100644", "content", "text"));
        comparison(Map.of("a", image)).withTree(tree(Map.of("a", new GitFile("100644", id))));
        assertThat(differences.count()).isZero();
    }

    @Test
    void fileThatOnlyTheTreeHasIsADifference() {
        comparison(Map.of()).withTree(tree(Map.of("a", new GitFile("100644", ID))));
        assertThat(differences.shown()).singleElement().asString().startsWith("a: the stream");
    }

    @Test
    void itemThatTheTreeLacksIsADifference() {
        comparison(Map.of("a", ITEM)).withTree(tree(Map.of()));
        assertThat(differences.count()).isEqualTo(1);
    }

    private Comparison comparison(Map<String, ItemImage> replayed) {
        return new Comparison(sorted(replayed), differences);
    }

    private static SortedMap<String, ItemImage> sorted(Map<String, ItemImage> items) {
        return new TreeMap<>(items);
    }

    private static GitTree tree(Map<String, GitFile> files) {
        SortedMap<GitPath, GitFile> byPath = new TreeMap<>();
        files.forEach((path, file) -> byPath.put(new GitPath(path), file));
        return new GitTree(ID, byPath);
    }

    private static ItemImage image(Map<String, String> attributes) {
        Map<String, AttributeValue> item = new TreeMap<>();
        attributes.forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        return ItemImage.of(item);
    }
}
