package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

class UpdateTextTest {

    private static final AttributeValue VALUE = AttributeValue.fromS("v");

    @Test
    void whatTheItemHasIsSetAndWhatItLacksRemoved() {
        UpdateText text = new UpdateText(Map.of("path", VALUE, "blob", VALUE, "mode", VALUE));
        assertThat(text.expression())
                .isEqualTo(
                        "SET #blob = :blob, #mode = :mode"
                                + " REMOVE #size, #content, #commit, #authorTime");
    }

    @Test
    void nothingIsRemovedFromAWholeItem() {
        UpdateText text =
                new UpdateText(
                        Map.of(
                                "path",
                                VALUE,
                                "blob",
                                VALUE,
                                "mode",
                                VALUE,
                                "size",
                                VALUE,
                                "content",
                                VALUE,
                                "commit",
                                VALUE,
                                "authorTime",
                                VALUE));
        assertThat(text.expression()).doesNotContain("REMOVE");
    }

    @Test
    void keyIsNotAmongTheValues() {
        UpdateText text = new UpdateText(Map.of("path", VALUE, "blob", VALUE));
        assertThat(text.values()).containsOnlyKeys(":blob");
    }
}
