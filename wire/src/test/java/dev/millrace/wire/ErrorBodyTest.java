package dev.millrace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiError;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.response.CancellationReason;
import dev.millrace.model.response.ConditionalCheckFailedException;
import dev.millrace.model.response.TransactionCanceledException;
import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Item;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ErrorBodyTest {
    @Test
    void typeAndMessageAreShown() {
        assertThat(body(ApiException.tableNotFound()))
                .isEqualTo(
                        "{'__type':'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',"
                                + "'message':'Requested resource not found'}");
    }

    @Test
    void serializationErrorsHaveTheirMessageInCapitals() {
        assertThat(body(new ApiException(ApiError.SERIALIZATION, "Unexpected field type")))
                .isEqualTo(
                        "{'__type':'com.amazon.coral.service#SerializationException',"
                                + "'Message':'Unexpected field type'}");
    }

    @Test
    void anErrorWithoutMessageHasNoMessageMember() {
        assertThat(body(Target.unknownOperation()))
                .isEqualTo("{'__type':'com.amazon.coral.service#UnknownOperationException'}");
    }

    @Test
    void aFailedConditionShowsTheItemIfItHasOne() {
        Item item = Item.of(Map.of("a", new AttributeValue.S("x")));

        assertThat(body(new ConditionalCheckFailedException(item)))
                .isEqualTo(
                        "{'__type':'com.amazonaws.dynamodb.v20120810#"
                                + "ConditionalCheckFailedException',"
                                + "'message':'The conditional request failed',"
                                + "'Item':{'a':{'S':'x'}}}");
        assertThat(body(new ConditionalCheckFailedException(null))).doesNotContain("Item");
    }

    @Test
    void aCancelledTransactionShowsItsReasonsInOrder() {
        Item item = Item.of(Map.of("a", new AttributeValue.S("x")));

        assertThat(
                        body(
                                new TransactionCanceledException(
                                        List.of(
                                                new CancellationReason.None(),
                                                new CancellationReason.ConditionalCheckFailed(item),
                                                new CancellationReason.ValidationError("no")))))
                .isEqualTo(
                        "{'__type':'com.amazonaws.dynamodb.v20120810#"
                                + "TransactionCanceledException',"
                                + "'CancellationReasons':[{'Code':'None'},"
                                + "{'Code':'ConditionalCheckFailed',"
                                + "'Message':'The conditional request failed',"
                                + "'Item':{'a':{'S':'x'}}},"
                                + "{'Code':'ValidationError','Message':'no'}],"
                                + "'Message':'Transaction cancelled, please refer cancellation"
                                + " reasons for specific reasons [None, ConditionalCheckFailed,"
                                + " ValidationError]'}");
    }

    @Test
    void aMessageWithHalfASurrogatePairCanBeSent() {
        assertThat(body(ApiException.validation("\ud800"))).contains("'message':'?'");
    }

    private static String body(ApiException error) {
        return new String(ErrorBody.of(error), UTF_8).replace('"', '\'');
    }
}
