package dev.millrace.engine.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Gives out shard iterators as texts and reads them back.
///
/// A text is the stream's ARN, `|1|`, and in base64 the shard, the position, the moment of issue, a
/// nonce and the line it belongs to, sealed by a keyed hash over all of it. So it can be neither
/// forged nor carried over to another stream, and since the key is stored it survives a restart.
public final class ShardIterators {
    /// How long an iterator may be used.
    public static final Duration LIFETIME = Duration.ofMinutes(15);

    private static final String ALGORITHM = "HmacSHA256";
    private static final String SEPARATOR = "|1|";
    private static final int BODY_BYTES = 3 * Integer.BYTES + 2 * Long.BYTES;
    private static final int SEAL_BYTES = 16;

    private final InstantSource clock;
    private final Mac mac;
    private final AtomicInteger nonce = new AtomicInteger();
    private volatile Expiry expired = new Expiry(Long.MIN_VALUE, 0);

    /// A moment at which all iterators were made to expire, and the nonce given out last then: the
    /// clock may stand still.
    private record Expiry(long millis, int nonce) {
        boolean concerns(ShardIterator iterator) {
            return iterator.issuedMillis() < millis
                    || (iterator.issuedMillis() == millis && iterator.nonce() <= nonce);
        }
    }

    /// Iterators sealed with `secret`, whose age is told by `clock`.
    public ShardIterators(InstantSource clock, byte[] secret) {
        this.clock = clock;
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", e);
        }
    }

    /// A new iterator behind `position`, the first of its line.
    public String issue(String streamArn, int shardNumber, long position) {
        int first = nonce.incrementAndGet();
        return text(
                new ShardIterator(streamArn, shardNumber, position, clock.millis(), first, first));
    }

    /// The iterator that follows `last`, behind `position`.
    public String next(ShardIterator last, long position) {
        return text(
                new ShardIterator(
                        last.streamArn(),
                        last.shardNumber(),
                        position,
                        clock.millis(),
                        nonce.incrementAndGet(),
                        last.reader()));
    }

    private String text(ShardIterator iterator) {
        byte[] body =
                ByteBuffer.allocate(BODY_BYTES)
                        .putInt(iterator.shardNumber())
                        .putLong(iterator.position())
                        .putLong(iterator.issuedMillis())
                        .putInt(iterator.nonce())
                        .putInt(iterator.reader())
                        .array();
        byte[] sealed = Arrays.copyOf(body, BODY_BYTES + SEAL_BYTES);
        System.arraycopy(seal(iterator.streamArn(), body), 0, sealed, BODY_BYTES, SEAL_BYTES);
        return iterator.streamArn() + SEPARATOR + Base64.getEncoder().encodeToString(sealed);
    }

    /// Makes every iterator expire that has been given out so far.
    public void expireAll() {
        expired = new Expiry(clock.millis(), nonce.get());
    }

    /// Reads an iterator back.
    ///
    /// @throws ApiException ValidationException if it is none of ours, ExpiredIteratorException if
    ///   it is too old
    public ShardIterator parse(String text) {
        int end = text.lastIndexOf(SEPARATOR);
        if (end < 0) {
            throw invalid();
        }
        String streamArn = text.substring(0, end);
        byte[] sealed = decode(text.substring(end + SEPARATOR.length()));
        byte[] body = Arrays.copyOf(sealed, BODY_BYTES);
        byte[] seal = Arrays.copyOfRange(sealed, BODY_BYTES, sealed.length);
        if (!MessageDigest.isEqual(seal, seal(streamArn, body))) {
            throw invalid();
        }
        return requireFresh(read(streamArn, ByteBuffer.wrap(body)));
    }

    private static ShardIterator read(String streamArn, ByteBuffer body) {
        return new ShardIterator(
                streamArn,
                body.getInt(),
                body.getLong(),
                body.getLong(),
                body.getInt(),
                body.getInt());
    }

    private ShardIterator requireFresh(ShardIterator iterator) {
        long age = clock.millis() - iterator.issuedMillis();
        if (age > LIFETIME.toMillis() || expired.concerns(iterator)) {
            throw new ApiException(
                    ApiError.EXPIRED_ITERATOR,
                    "The shard iterator has expired: an iterator expires 15 minutes after it was"
                            + " issued.");
        }
        return iterator;
    }

    private static byte[] decode(String base64) {
        try {
            byte[] sealed = Base64.getDecoder().decode(base64);
            if (sealed.length == BODY_BYTES + SEAL_BYTES) {
                return sealed;
            }
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
        throw invalid();
    }

    private byte[] seal(String streamArn, byte[] body) {
        try {
            Mac copy = (Mac) mac.clone();
            copy.update(streamArn.getBytes(UTF_8));
            return Arrays.copyOf(copy.doFinal(body), SEAL_BYTES);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this JDK's HMAC cannot be cloned", e);
        }
    }

    private static ApiException invalid() {
        return ApiException.validation("Invalid ShardIterator: the iterator is not valid");
    }
}
