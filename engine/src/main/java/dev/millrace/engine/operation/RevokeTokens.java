package dev.millrace.engine.operation;

import dev.millrace.engine.commit.ItemCommand;
import dev.millrace.engine.commit.Sequencer;
import dev.millrace.engine.document.Documents;
import dev.millrace.engine.token.GrantedTokens;
import dev.millrace.model.request.RevokeTokensRequest;
import dev.millrace.model.response.RevokeTokensResponse;

/// Takes granted tokens back and tells which of them had been used by then.
///
/// The answer is final: a transaction with one of the tokens is either durable, and its document is
/// in the answer, or will be refused.
public final class RevokeTokens implements Operation<RevokeTokensRequest, RevokeTokensResponse> {
    private final GrantedTokens tokens;
    private final Documents documents;
    private final Sequencer sequencer;

    public RevokeTokens(GrantedTokens tokens, Documents documents, Sequencer sequencer) {
        this.tokens = tokens;
        this.documents = documents;
        this.sequencer = sequencer;
    }

    @Override
    public RevokeTokensResponse execute(RevokeTokensRequest request) {
        tokens.revoke(request.kind(), request.keyPrefix());
        // Commands before this one may have found the token still good: they are durable behind it.
        sequencer.submit((ItemCommand<Boolean>) _ -> Boolean.TRUE);
        return new RevokeTokensResponse(documents.list(request.kind(), request.keyPrefix()));
    }
}
