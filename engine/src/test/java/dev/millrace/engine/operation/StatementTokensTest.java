package dev.millrace.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.model.request.ExecuteStatementRequest;
import dev.millrace.model.request.ReturnConsumedCapacity;
import dev.millrace.model.request.ReturnValuesOnConditionCheckFailure;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.Test;

import java.util.Base64;
import java.util.List;
import java.util.Map;

class StatementTokensTest {
    private static final String INVALID = "Invalid NextToken";
    private static final String MISMATCH = "NextToken does not match request";

    private final StatementTokens tokens = new StatementTokens(new byte[16]);
    private final Item key = Item.of(Map.of("k", new AttributeValue.S("key")));
    private final String token = tokens.issue(select("a", 1), key);

    @Test
    void tokenHoldsTheKey() {
        assertThat(tokens.parse(select("a", 1), token)).isEqualTo(key);
    }

    @Test
    void tokenIsOfTheStatementAndItsParametersAlone() {
        assertThat(tokens.parse(select("a", 7), token)).isEqualTo(key);
        assertThatThrownBy(() -> tokens.parse(select("b", 1), token)).hasMessage(MISMATCH);
        assertThatThrownBy(() -> tokens.parse(request("SELECT * FROM u", "a", 1), token))
                .hasMessage(MISMATCH);
    }

    @Test
    void damagedTokenIsRefused() {
        byte[] bytes = Base64.getDecoder().decode(token);
        for (int i = 0; i < bytes.length; i++) {
            byte[] damaged = bytes.clone();
            damaged[i] ^= 1;
            String text = Base64.getEncoder().encodeToString(damaged);
            assertThatThrownBy(() -> tokens.parse(select("a", 1), text)).hasMessage(INVALID);
        }
    }

    @Test
    void whatIsNoTokenIsRefused() {
        for (String text : List.of("x", "AAAA", "????", token.substring(4), token + "AAAA")) {
            assertThatThrownBy(() -> tokens.parse(select("a", 1), text)).hasMessage(INVALID);
        }
    }

    @Test
    void tokenOfAnotherSecretIsRefused() {
        byte[] secret = new byte[16];
        secret[3] = 1;
        assertThatThrownBy(() -> new StatementTokens(secret).parse(select("a", 1), token))
                .hasMessage(INVALID);
    }

    private static ExecuteStatementRequest select(String parameter, int limit) {
        return request("SELECT * FROM t WHERE a = ?", parameter, limit);
    }

    private static ExecuteStatementRequest request(String statement, String parameter, int limit) {
        return new ExecuteStatementRequest(
                statement,
                List.of(new AttributeValue.S(parameter)),
                false,
                limit,
                null,
                ReturnConsumedCapacity.NONE,
                ReturnValuesOnConditionCheckFailure.NONE);
    }
}
