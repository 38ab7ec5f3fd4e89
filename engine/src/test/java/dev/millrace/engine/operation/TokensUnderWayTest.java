package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;

import org.junit.jupiter.api.Test;

class TokensUnderWayTest {
    private final TokensUnderWay tokens = new TokensUnderWay();

    @Test
    void aTokenCannotBeUsedWhileItIsUnderWay() {
        assertThatThrownBy(() -> tokens.during("a", () -> tokens.during("a", () -> 1)))
                .hasMessage("The transaction with the given request token is already in progress.")
                .extracting(thrown -> ((ApiException) thrown).error())
                .isEqualTo(ApiError.TRANSACTION_IN_PROGRESS);
    }

    @Test
    void otherTokensAndNoTokensMayBeUnderWayTogether() {
        int done =
                tokens.during(
                        "a", () -> tokens.during("b", () -> tokens.during(null, () -> noToken())));
        assertThat(done).isEqualTo(1);
    }

    @Test
    void aTokenIsFreeAgainAfterItsWorkFailed() {
        assertThatThrownBy(() ->
                        tokens.during(
                                "a",
                                () -> {
                                    throw ApiException.validation("refused");
                                }))
                .hasMessage("refused");
        assertThat(tokens.during("a", () -> 1)).isEqualTo(1);
    }

    private int noToken() {
        return tokens.during(null, () -> 1);
    }
}
