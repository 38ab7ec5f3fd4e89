package dev.millrace.transfer.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class S3ListingTest {
    @Test
    void keysAreDecodedAsTheAnswerSaysThatTheyAre() {
        assertThat(S3Listing.keys(list("<EncodingType>url</EncodingType>", "a%2Bb+c/%C3%BC")))
                .containsExactly("a+b c/ü");
        assertThat(S3Listing.keys(list("", "a+b%20&amp;&lt;"))).containsExactly("a+b%20&<");
    }

    @Test
    void prefixesAndOwnersAreNoKeys() {
        assertThat(
                        S3Listing.keys(
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

    private static String list(String encoding, String key) {
        return "<ListBucketResult>"
                + encoding
                + "<Contents><Key>"
                + key
                + "</Key></Contents></ListBucketResult>";
    }
}
