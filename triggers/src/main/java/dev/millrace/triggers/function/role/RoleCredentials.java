package dev.millrace.triggers.function.role;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/// The credentials that are valid, kept in memory only: they end with the copy of the function that
/// they were made for. Safe for many threads.
public final class RoleCredentials {
    private static final String KEY_ID_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int KEY_ID_CHARS = 16;
    private static final int SECRET_BYTES = 30;
    private static final int TOKEN_BYTES = 96;

    private final RandomGenerator random;
    private final Map<String, RoleSession> sessions = new ConcurrentHashMap<>();

    /// @param random makes keys: it must not be guessable
    public RoleCredentials(RandomGenerator random) {
        this.random = random;
    }

    /// Makes credentials for a function in a role.
    public RoleSession issue(String roleArn, String functionName) {
        RoleSession session =
                new RoleSession(
                        keyId(), text(SECRET_BYTES), text(TOKEN_BYTES), roleArn, functionName);
        sessions.put(session.accessKeyId(), session);
        return session;
    }

    /// The credentials with this key; null if there are none, or no longer.
    public @Nullable RoleSession find(String accessKeyId) {
        return sessions.get(accessKeyId);
    }

    /// Ends credentials.
    public void revoke(RoleSession session) {
        sessions.remove(session.accessKeyId());
    }

    // Keys that are given for a time begin with these letters.
    private String keyId() {
        StringBuilder id = new StringBuilder("ASIA");
        for (int i = 0; i < KEY_ID_CHARS; i++) {
            id.append(KEY_ID_LETTERS.charAt(random.nextInt(KEY_ID_LETTERS.length())));
        }
        return id.toString();
    }

    private String text(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return new String(Base64.getEncoder().encode(secret), ISO_8859_1);
    }
}
