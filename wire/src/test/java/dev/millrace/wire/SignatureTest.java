package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.millrace.model.error.ApiException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

class SignatureTest {
    private static final String CREDENTIAL = "AK/20261122/eu-west-1/dynamodb/aws4_request";
    private static final Signature WHOLE =
            new Signature(
                    "AK",
                    "20261122",
                    "eu-west-1",
                    "dynamodb",
                    List.of("host", "x-amz-date"),
                    "abcd",
                    "20261122T000000Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS4-HMAC-SHA256 Credential=%s, SignedHeaders=host;x-amz-date, Signature=abcd",
                "AWS4-HMAC-SHA256 Credential=%s,SignedHeaders=host;x-amz-date,Signature=abcd",
                "AWS4-HMAC-SHA256 Signature=abcd,  SignedHeaders=host;x-amz-date ,Credential=%s",
                "AWS4-HMAC-SHA256 SignedHeaders=host;x-amz-date Signature=abcd Credential=%s,"
            })
    void theHeaderIsReadInAnyOrderAndWithAnySeparator(String header) {
        assertThat(parse(header.formatted(CREDENTIAL))).isEqualTo(WHOLE);
    }

    @Test
    void theQueryIsReadWithoutAHeader() {
        assertThat(Signature.parse(null, query(), _ -> null)).isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic abc", "AWS3 x", "aws4-hmac-sha256 Signature=a"})
    void withoutASignatureTheTokenIsMissing(@Nullable String header) {
        assertThat(errorOf(header, Map.of(), true))
                .isEqualTo(
                        "MissingAuthenticationTokenException Request is missing Authentication"
                                + " Token");
    }

    @Test
    void headerAndQueryTogetherAreRefused() {
        assertThat(errorOf("AWS4-HMAC-SHA256 Signature=a", query(), true))
                .isEqualTo(
                        "InvalidSignatureException Found both 'X-Amz-Algorithm' as a query-string"
                                + " param and 'Authorization' as HTTP header.");
    }

    @Test
    void allMissingPartsOfTheHeaderAreNamed() {
        assertThat(errorOf("AWS4-HMAC-SHA256", Map.of(), false))
                .isEqualTo(
                        "IncompleteSignatureException Authorization header requires 'Credential'"
                                + " parameter. Authorization header requires 'Signature' parameter."
                                + " Authorization header requires 'SignedHeaders' parameter."
                                + " Authorization header requires existence of either a"
                                + " 'X-Amz-Date' or a 'Date' header."
                                + " Authorization=AWS4-HMAC-SHA256");
    }

    @Test
    void anEmptyPartIsAMissingPart() {
        assertThat(
                        errorOf(
                                "AWS4-HMAC-SHA256 Credential=,SignedHeaders=host,Signature=a",
                                Map.of(),
                                true))
                .startsWith(
                        "IncompleteSignatureException Authorization header requires 'Credential'"
                                + " parameter. Authorization=");
    }

    @Test
    void aPartWithoutEqualSignIsShown() {
        assertThat(errorOf("AWS4-HMAC-SHA256 Credential", Map.of(), true))
                .isEqualTo(
                        "IncompleteSignatureException 'Credential' not a valid key=value pair"
                                + " (missing equal-sign) in Authorization header:"
                                + " 'AWS4-HMAC-SHA256 Credential'.");
    }

    @Test
    void allMissingParametersOfTheQueryAreNamed() {
        assertThat(errorOf(null, Map.of("X-Amz-Algorithm", "", "X-Amz-Date", "d"), true))
                .isEqualTo(
                        "IncompleteSignatureException AWS query-string parameters must include"
                                + " 'X-Amz-Algorithm'. AWS query-string parameters must include"
                                + " 'X-Amz-Credential'. AWS query-string parameters must include"
                                + " 'X-Amz-Signature'. AWS query-string parameters must include"
                                + " 'X-Amz-SignedHeaders'. Re-examine the query-string"
                                + " parameters.");
    }

    @Test
    void aCredentialWithoutScopeIsIncomplete() {
        assertThat(errorOf(header("AK"), Map.of(), true))
                .startsWith("IncompleteSignatureException Credential must have exactly 5");
    }

    @Test
    void aScopeForAnotherServiceIsRefused() {
        assertThat(errorOf(header("AK/20261122/eu-west-1/s3/aws4_request"), Map.of(), true))
                .isEqualTo(
                        "InvalidSignatureException Credential should be scoped to correct service:"
                                + " 'dynamodb'. ");
    }

    @Test
    void theDateHeaderDoesInsteadOfTheAmzDate() {
        Signature signature =
                Signature.parse(
                        header(CREDENTIAL),
                        Map.of(),
                        name -> name.equals("Date") ? "Sun, 22 Nov 2026" : null);

        assertThat(signature.requestDate()).isEqualTo("Sun, 22 Nov 2026");
    }

    private static String header(String credential) {
        return "AWS4-HMAC-SHA256 Credential=" + credential + ",SignedHeaders=host,Signature=a";
    }

    private static Signature parse(String header) {
        return Signature.parse(header, Map.of(), SignatureTest::date);
    }

    private static @Nullable String date(String name) {
        return name.equals("X-Amz-Date") ? "20261122T000000Z" : null;
    }

    private static Map<String, String> query() {
        Map<String, String> query = new HashMap<>();
        query.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        query.put("X-Amz-Credential", CREDENTIAL);
        query.put("X-Amz-Date", "20261122T000000Z");
        query.put("X-Amz-SignedHeaders", "host;x-amz-date");
        query.put("X-Amz-Signature", "abcd");
        return query;
    }

    private static String errorOf(
            @Nullable String header, Map<String, String> query, boolean dated) {
        ApiException error =
                catchThrowableOfType(
                        ApiException.class,
                        () ->
                                Signature.parse(
                                        header,
                                        query,
                                        name -> dated ? SignatureTest.date(name) : null));
        return Wire.text(Objects.requireNonNull(error, "parsed without an error"));
    }
}
