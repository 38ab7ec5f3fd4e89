package dev.millrace.engine.operation;

import dev.millrace.engine.token.GrantedTokens;
import dev.millrace.model.request.GrantTokenRequest;
import dev.millrace.model.response.GrantTokenResponse;

/// Lets one transaction come with a certain token, and have a document written in its commit.
public final class GrantToken implements Operation<GrantTokenRequest, GrantTokenResponse> {
    private final GrantedTokens tokens;

    public GrantToken(GrantedTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public GrantTokenResponse execute(GrantTokenRequest request) {
        tokens.grant(request.token(), request.effect());
        return new GrantTokenResponse();
    }
}
