package dev.millrace.triggers.run;

import dev.millrace.model.request.GrantTokenRequest;
import dev.millrace.model.request.RevokeTokensRequest;
import dev.millrace.triggers.batch.Batch;
import dev.millrace.triggers.deadletter.DeadLetter;
import dev.millrace.triggers.poll.LaneRange;

import org.jspecify.annotations.Nullable;

import java.util.Base64;
import java.util.List;

/// The tokens by which the functions of one shard write back exactly once (docs/adr/0008).
///
/// Each invocation gets a token of its own, good for one transaction. The commit of that
/// transaction also keeps which records it was about. When the invocation is over, however it
/// ended, the token is taken back; only then is it known, for good, whether the records are done.
/// So no two tokens for the same record are ever good at the same time.
final class Effects {
    /// What tokens of triggers begin with; the engine lets nobody else use such a token.
    static final String TOKEN_PREFIX = "millrace-";

    // As base 64 these make the rest of the 36 characters that a token may have.
    private static final int TOKEN_RANDOM_BYTES = 20;

    private final Surroundings surroundings;
    private final String kind;
    private final String prefix;

    private Effects(Surroundings surroundings, String kind, String prefix) {
        this.surroundings = surroundings;
        this.kind = kind;
        this.prefix = prefix;
    }

    /// Those of the way through a shard.
    static Effects of(Surroundings surroundings, String mappingUuid, String shardId) {
        return new Effects(surroundings, EffectDocument.KIND, mappingUuid + "/" + shardId + "/");
    }

    /// Those of all shards of a mapping.
    static Effects ofAll(Surroundings surroundings, String mappingUuid) {
        return new Effects(surroundings, EffectDocument.KIND, mappingUuid + "/");
    }

    /// Those of sending once more what was given up.
    static Effects of(Surroundings surroundings, DeadLetter letter) {
        return new Effects(
                surroundings,
                EffectDocument.REPLAY_KIND,
                letter.mappingUuid() + "/" + letter.shardId() + "/" + letter.first() + "/");
    }

    /// Takes back whatever tokens are still out, and gives what was done with such tokens and is
    /// not part of a checkpoint.
    List<Effect> settleAll() {
        return revoke(prefix);
    }

    /// A token for one invocation with this batch, which has records.
    String grant(int lane, int lanes, Batch batch) {
        String token = newToken();
        LaneRange range =
                new LaneRange(
                        lane,
                        lanes,
                        batch.entries().getFirst().sequenceNumber(),
                        batch.entries().getLast().sequenceNumber());
        surroundings
                .operations()
                .grantToken()
                .execute(
                        new GrantTokenRequest(
                                token,
                                EffectDocument.put(kind, new Effect(prefix + token, range))));
        return token;
    }

    /// Takes a token back, and gives what was done with it; null if nothing was.
    @Nullable Effect settle(String token) {
        List<Effect> used = revoke(prefix + token);
        return used.isEmpty() ? null : used.getFirst();
    }

    /// What a function finds as its client context: `custom.clientRequestToken`.
    static String clientContext(String token) {
        return "{\"custom\":{\"clientRequestToken\":\"" + token + "\"}}";
    }

    private List<Effect> revoke(String keyPrefix) {
        var request = new RevokeTokensRequest(kind, keyPrefix);
        return surroundings.operations().revokeTokens().execute(request).effects().stream()
                .map(EffectDocument::decode)
                .toList();
    }

    private String newToken() {
        byte[] bytes = new byte[TOKEN_RANDOM_BYTES];
        surroundings.random().nextBytes(bytes);
        return TOKEN_PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
