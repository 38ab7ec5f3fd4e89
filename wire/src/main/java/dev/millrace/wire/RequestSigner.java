package dev.millrace.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs outgoing requests with AWS's signature, version 4. Paths need no encoding beyond what they
/// have, and queries are sorted and encoded.
public record RequestSigner(String region, String keyId, String secret) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /// The headers to add to a request.
    ///
    /// @param headers those that it has already and that are to be signed
    public Map<String, String> sign(
            String method,
            URI uri,
            String service,
            Map<String, String> headers,
            byte[] body,
            Instant now) {
        return sign(method, uri, service, headers, hex(sha256(body)), now);
    }

    /// The headers to add to a request whose body is known by its hash.
    ///
    /// @param hash the SHA-256 of the body in hexadecimal digits
    public Map<String, String> sign(
            String method,
            URI uri,
            String service,
            Map<String, String> headers,
            String hash,
            Instant now) {
        String moment = MOMENT.format(now);
        Map<String, String> added = new TreeMap<>();
        added.put("x-amz-date", moment);
        added.put("x-amz-content-sha256", hash);
        TreeMap<String, String> signed = new TreeMap<>(added);
        headers.forEach((name, value) -> signed.put(name.toLowerCase(Locale.ROOT), value));
        signed.put("host", uri.getRawAuthority());
        String names = String.join(";", signed.keySet());
        String scope = moment.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        String toSign =
                "AWS4-HMAC-SHA256\n"
                        + moment
                        + "\n"
                        + scope
                        + "\n"
                        + hex(sha256(canonical(method, uri, signed, names, hash)));
        added.put(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential="
                        + keyId
                        + "/"
                        + scope
                        + ", SignedHeaders="
                        + names
                        + ", Signature="
                        + hex(hmac(key(scope), toSign)));
        return added;
    }

    private static byte[] canonical(
            String method, URI uri, Map<String, String> signed, String names, String hash) {
        StringBuilder request = new StringBuilder(method).append('\n');
        String path = uri.getRawPath();
        request.append(path.isEmpty() ? "/" : path).append('\n');
        String query = uri.getRawQuery();
        request.append(query == null ? "" : query).append('\n');
        signed.forEach((name, value) ->
                request.append(name).append(':').append(value.strip()).append('\n'));
        request.append('\n').append(names).append('\n').append(hash);
        return request.toString().getBytes(UTF_8);
    }

    // The key is derived step by step from the parts of the scope.
    private byte[] key(String scope) {
        byte[] key = ("AWS4" + secret).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
