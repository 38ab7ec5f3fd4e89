package dev.millrace.triggers.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.model.error.ApiException;
import dev.millrace.model.value.Binary;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// The rows of lambda-esm reference, section 12.
class RecordFilterTest {
    private static final String RECORD =
            """
            {"eventID":"1","eventName":"INSERT","eventSource":"aws:dynamodb","awsRegion":"us-east-1",
             "dynamodb":{"ApproximateCreationDateTime":1731313410,
              "Keys":{"id":{"S":"k1"}},
              "NewImage":{"name":{"S":"alice"},"file":{"S":"cat.png"},"empty":{"S":""},
               "age":{"N":"101"},"ip":{"S":"10.0.0.7"},"nothing":{"NULL":true},
               "address":{"M":{"city":{"S":"Zurich"}}},
               "tags":{"L":[{"S":"red"},{"S":"blue"}]}, "set":{"SS":["x","y"]}},
              "SequenceNumber":"100000000000000000001","SizeBytes":26},
             "userIdentity":{"type":"Service","principalId":"dynamodb.amazonaws.com"}}
            """;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    exact                         | {"eventName":["INSERT"]}
                    any value of an array         | {"eventName":["REMOVE","INSERT"]}
                    metadata                      | {"eventSource":["aws:dynamodb"],"awsRegion":["us-east-1"]}
                    identity                      | {"userIdentity":{"type":["Service"]}}
                    type descriptor in the path   | {"dynamodb":{"NewImage":{"name":{"S":["alice"]}}}}
                    empty text                    | {"dynamodb":{"NewImage":{"empty":{"S":[""]}}}}
                    several fields are all needed | {"eventName":["INSERT"],"dynamodb":{"Keys":{"id":{"S":["k1"]}}}}
                    prefix                        | {"dynamodb":{"NewImage":{"name":{"S":[{"prefix":"al"}]}}}}
                    suffix                        | {"dynamodb":{"NewImage":{"file":{"S":[{"suffix":".png"}]}}}}
                    prefix whatever its case      | {"dynamodb":{"NewImage":{"name":{"S":[{"prefix":{"equals-ignore-case":"AL"}}]}}}}
                    suffix whatever its case      | {"dynamodb":{"NewImage":{"file":{"S":[{"suffix":{"equals-ignore-case":".PNG"}}]}}}}
                    equals whatever its case      | {"dynamodb":{"NewImage":{"name":{"S":[{"equals-ignore-case":"ALICE"}]}}}}
                    wildcard                      | {"dynamodb":{"NewImage":{"name":{"S":[{"wildcard":"a*e"}]}}}}
                    anything but a text           | {"dynamodb":{"NewImage":{"name":{"S":[{"anything-but":["bob"]}]}}}}
                    anything but a prefix         | {"dynamodb":{"NewImage":{"name":{"S":[{"anything-but":{"prefix":"b"}}]}}}}
                    anything but a suffix         | {"dynamodb":{"NewImage":{"name":{"S":[{"anything-but":{"suffix":"b"}}]}}}}
                    anything but, no case         | {"dynamodb":{"NewImage":{"name":{"S":[{"anything-but":{"equals-ignore-case":"BOB"}}]}}}}
                    anything but a wildcard       | {"dynamodb":{"NewImage":{"name":{"S":[{"anything-but":{"wildcard":"b*"}}]}}}}
                    cidr                          | {"dynamodb":{"NewImage":{"ip":{"S":[{"cidr":"10.0.0.0/24"}]}}}}
                    exists                        | {"dynamodb":{"NewImage":{"name":{"S":[{"exists":true}]}}}}
                    exists not                    | {"dynamodb":{"OldImage":{"name":{"S":[{"exists":false}]}}}}
                    inner nodes never exist       | {"dynamodb":{"NewImage":{"name":[{"exists":false}]}}}
                    creation is a number          | {"dynamodb":{"ApproximateCreationDateTime":[{"numeric":[">",0]}]}}
                    range of a number             | {"dynamodb":{"SizeBytes":[{"numeric":[">",20,"<=",26]}]}}
                    map                           | {"dynamodb":{"NewImage":{"address":{"M":{"city":{"S":["Zurich"]}}}}}}
                    element of a list             | {"dynamodb":{"NewImage":{"tags":{"L":{"S":["blue"]}}}}}
                    member of a set               | {"dynamodb":{"NewImage":{"set":{"SS":["y"]}}}}
                    number by value, in any form  | {"dynamodb":{"SizeBytes":[26.0]}}
                    or                            | {"$or":[{"eventName":["REMOVE"]},{"eventSource":["aws:dynamodb"]}]}
                    last of duplicate keys        | {"eventName":["REMOVE"],"eventName":["INSERT"]}
                    """)
    void recordMatches(String name, String pattern) {
        assertThat(passes(pattern)).as(name).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    another value                | {"eventName":["REMOVE"]}
                    case counts                  | {"eventName":["insert"]}
                    one of several fields        | {"eventName":["INSERT"],"awsRegion":["eu-west-1"]}
                    path without descriptor      | {"dynamodb":{"NewImage":{"name":["alice"]}}}
                    numeric on a DynamoDB number | {"dynamodb":{"NewImage":{"age":{"N":[{"numeric":["=",101]}]}}}}
                    anything-but needs a field   | {"dynamodb":{"OldImage":{"name":{"S":[{"anything-but":["bob"]}]}}}}
                    another network              | {"dynamodb":{"NewImage":{"ip":{"S":[{"cidr":"10.0.1.0/24"}]}}}}
                    leaf that exists             | {"dynamodb":{"NewImage":{"name":{"S":[{"exists":false}]}}}}
                    inner node never exists      | {"dynamodb":{"NewImage":{"name":[{"exists":true}]}}}
                    """)
    void recordDoesNotMatch(String name, String pattern) {
        assertThat(passes(pattern)).as(name).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "{\"a\":\"text\"}",
                "{\"a\":[{\"unknown\":1}]}",
                "{\"a\":[{\"wildcard\":\"a**b\"}]}",
                "{\"a\":[{\"numeric\":[\">\"]}]}",
                "{\"a\":{}}"
            })
    void whatIsNoPatternIsRefused(String pattern) {
        assertThatThrownBy(() -> RecordFilter.of(List.of(pattern)))
                .isInstanceOf(ApiException.class)
                .hasMessage("Invalid filter pattern definition.");
    }

    @Test
    void anyOfSeveralFiltersIsEnough() {
        RecordFilter filter =
                RecordFilter.of(
                        List.of("{\"eventName\":[\"REMOVE\"]}", "{\"eventName\":[\"INSERT\"]}"));

        assertThat(filter.passes(record())).isTrue();
    }

    @Test
    void withoutFiltersEveryRecordPasses() {
        assertThat(RecordFilter.of(List.of()).passes(record())).isTrue();
    }

    private static boolean passes(String pattern) {
        return RecordFilter.of(List.of(pattern)).passes(record());
    }

    private static Binary record() {
        return Binary.of(RECORD.getBytes(UTF_8));
    }
}
