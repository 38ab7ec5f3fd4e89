package dev.millrace.bench.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import javax.crypto.Mac;

/// The head of all requests for one operation within one second, and what their signatures are
/// computed from. Only the body's hash and the signature are filled in for each request.
///
/// The signature is AWS's, version 4, over the same headers that AWS's SDKs sign.
final class SignedHead {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int HASH_CHARS = 64;
    private static final String ROOM = "0".repeat(HASH_CHARS);
    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";

    private final MessageDigest sha256 = Digests.sha256();
    private final Mac mac;
    private final byte[] canonical;
    private final byte[] toSign;
    private final byte[] head;
    private final int hashAt;
    private final int hashAtInCanonical;
    private final int signatureAt;

    SignedHead(Endpoint endpoint, Operation operation, Instant now) {
        String moment = MOMENT.format(now);
        String scope =
                String.join(
                        "/",
                        moment.substring(0, 8),
                        endpoint.region(),
                        operation.service(),
                        "aws4_request");
        String signed = signedHeaders(endpoint, operation);
        mac = Digests.hmac(Digests.signingKey(endpoint.credentials().secret(), scope));
        String canonicalText = canonical(endpoint, operation, moment, signed);
        canonical = canonicalText.getBytes(UTF_8);
        hashAtInCanonical = canonicalText.indexOf(ROOM);
        toSign = String.join("\n", "AWS4-HMAC-SHA256", moment, scope, ROOM).getBytes(US_ASCII);
        String start = head(endpoint, operation, moment);
        hashAt = start.indexOf(ROOM);
        String authorization =
                "Authorization: AWS4-HMAC-SHA256 Credential="
                        + endpoint.credentials().keyId()
                        + "/"
                        + scope
                        + ", SignedHeaders="
                        + signed
                        + ", Signature=";
        signatureAt = start.length() + authorization.length();
        String further = operation.header().isEmpty() ? "" : operation.header() + "\r\n";
        head =
                (start + authorization + ROOM + "\r\n" + further + "Content-Length: ")
                        .getBytes(US_ASCII);
    }

    /// The head for this body, up to the digits of its length; valid until the next call.
    byte[] sign(byte[] body) {
        byte[] hash = sha256.digest(body);
        Hex.write(hash, head, hashAt);
        Hex.write(hash, canonical, hashAtInCanonical);
        Hex.write(hash, canonical, canonical.length - HASH_CHARS);
        Hex.write(sha256.digest(canonical), toSign, toSign.length - HASH_CHARS);
        Hex.write(mac.doFinal(toSign), head, signatureAt);
        return head;
    }

    private static String signedHeaders(Endpoint endpoint, Operation operation) {
        return "content-type;host;x-amz-content-sha256;x-amz-date"
                + (endpoint.credentials().token() == null ? "" : ";x-amz-security-token")
                + (operation.target().isEmpty() ? "" : ";x-amz-target");
    }

    private static String canonical(
            Endpoint endpoint, Operation operation, String moment, String signed) {
        String token = endpoint.credentials().token();
        return String.join("\n", operation.method(), operation.path(), "", "")
                + ("content-type:" + CONTENT_TYPE + "\n")
                + ("host:" + endpoint.authority() + "\n")
                + ("x-amz-content-sha256:" + ROOM + "\n")
                + ("x-amz-date:" + moment + "\n")
                + (token == null ? "" : "x-amz-security-token:" + token + "\n")
                + (operation.target().isEmpty() ? "" : "x-amz-target:" + operation.target() + "\n")
                + ("\n" + signed + "\n" + ROOM);
    }

    private static String head(Endpoint endpoint, Operation operation, String moment) {
        String token = endpoint.credentials().token();
        return (operation.method() + " " + operation.path() + " HTTP/1.1\r\n")
                + ("Host: " + endpoint.authority() + "\r\n")
                + ("Content-Type: " + CONTENT_TYPE + "\r\n")
                + (operation.target().isEmpty()
                        ? ""
                        : "X-Amz-Target: " + operation.target() + "\r\n")
                + ("X-Amz-Content-Sha256: " + ROOM + "\r\n")
                + ("X-Amz-Date: " + moment + "\r\n")
                + (token == null ? "" : "X-Amz-Security-Token: " + token + "\r\n");
    }
}
