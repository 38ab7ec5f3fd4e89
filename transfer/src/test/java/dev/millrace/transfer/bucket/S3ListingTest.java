package dev.millrace.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class S3ListingTest {
    @Test
    void keysAreDecodedAsTheAnswerSaysThatTheyAre() {
        assertThat(keys(list("<EncodingType>url</EncodingType>", "a%2Bb+c/%C3%BC")))
                .containsExactly("a+b c/ü");
        assertThat(keys(list("", "a+b%20&amp;&lt;"))).containsExactly("a+b%20&<");
    }

    @Test
    void prefixesAndOwnersAreNoKeys() {
        assertThat(
                        keys(
                                "<ListBucketResult><Prefix>p</Prefix><Contents><Size>1</Size>"
                                        + "<Key>a</Key></Contents><Contents><Key>b</Key></Contents>"
                                        + "<CommonPrefixes><Key>no</Key></CommonPrefixes>"))
                .containsExactly("a", "b");
    }

    @Test
    void pathsAreEncodedForTheSignature() {
        assertThat(PercentEncoding.ofPath("a b/ü+~")).isEqualTo("a%20b/%C3%BC%2B~");
        assertThat(PercentEncoding.of("a/b")).isEqualTo("a%2Fb");
    }

    @Test
    void sizesAreThoseOfTheirObjects() {
        assertThat(
                        S3Listing.objects(
                                "<Contents><Key>a</Key><Size>12</Size></Contents>"
                                        + "<Contents><Size>3</Size><Key>b</Key></Contents>"))
                .containsExactly(new StoredObject("a", 12), new StoredObject("b", 3));
    }

    private static List<String> keys(String answer) {
        return S3Listing.objects(answer).stream().map(StoredObject::key).toList();
    }

    private static String list(String encoding, String key) {
        return "<ListBucketResult>"
                + encoding
                + "<Contents><Key>"
                + key
                + "</Key></Contents></ListBucketResult>";
    }
}
