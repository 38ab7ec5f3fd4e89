package dev.millrace.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/// The ids were made by `git hash-object`.
class ItemImageTest {

    private static final String HELLO = "ce013625030ba8dba906f756967f9e9ca394464a";
    private static final String HELLO_SHA256 =
            "2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4";

    @Test
    void contentIsReducedToTheIdThatGitGivesIt() {
        assertThat(image(HELLO, AttributeValue.fromS("hello\n")).contentId()).hasValue(HELLO);
    }

    @Test
    void binaryContentHasTheSameId() {
        SdkBytes content = SdkBytes.fromUtf8String("hello\n");
        assertThat(image(HELLO, AttributeValue.fromB(content)).contentId()).hasValue(HELLO);
    }

    @Test
    void contentIsNamedAsInARepositoryWithLongIds() {
        assertThat(image(HELLO_SHA256, AttributeValue.fromS("hello\n")).contentId())
                .hasValue(HELLO_SHA256);
    }

    @Test
    void idIsThatOfTheContentWhateverTheItemClaims() {
        assertThat(image(HELLO, AttributeValue.fromS("other")).contentId())
                .hasValueSatisfying(id -> assertThat(id).isNotEqualTo(HELLO));
    }

    @Test
    void textAndBinaryAreDifferent() {
        ItemImage text = image(HELLO, AttributeValue.fromS("hello\n"));
        ItemImage binary = image(HELLO, AttributeValue.fromB(SdkBytes.fromUtf8String("hello\n")));
        assertThat(text).isNotEqualTo(binary);
    }

    @Test
    void numberIsNoString() {
        ItemImage image = ItemImage.of(Map.of("size", AttributeValue.fromN("1")));
        assertThat(image.string("size")).isEmpty();
    }

    private static ItemImage image(String blob, AttributeValue content) {
        return ItemImage.of(Map.of("blob", AttributeValue.fromS(blob), "content", content));
    }
}
