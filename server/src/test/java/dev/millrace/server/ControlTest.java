package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.server.config.ClockChoice;
import dev.millrace.server.config.ControlOptions;
import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The control API, seen by a client of the JDK.
@Timeout(60)
class ControlTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String CREATE =
            """
            {"TableName":"Notes","BillingMode":"PROVISIONED",
             "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},
             "KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}],
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}\
            """;
    private static final String PUT = "{\"TableName\":\"Notes\",\"Item\":{\"Id\":{\"S\":\"one\"}}}";
    private static final Pattern ARN = Pattern.compile("\"stream\":\"([^\"]+)\"");
    private static final Pattern SHARD = Pattern.compile("\"shard\":\"([^\"]+)\"");
    private static final Pattern ITERATOR =
            Pattern.compile("\"(?:Next)?ShardIterator\":\"([^\"]+)\"");

    private MillraceServer server;
    private ApiClient client;

    @BeforeEach
    void start() {
        server = started(new ClockChoice.Manual(START));
        client = ApiClient.of(server.endpoint());
        client.table("CreateTable", CREATE);
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void manualClockStandsStillAtItsStart() {
        assertThat(get("/clock").body())
                .isEqualTo("{\"clock\":\"manual\",\"now\":\"2026-01-01T00:00:00Z\"}");
    }

    @Test
    void clockGoesOnByADurationOrToAMoment() {
        assertThat(post("/clock/advance", "{\"by\":\"PT90S\"}").body())
                .contains("2026-01-01T00:01:30Z");
        assertThat(post("/clock/advance", "{\"to\":\"2026-01-02T00:00:00Z\"}").body())
                .contains("2026-01-02T00:00:00Z");
    }

    @Test
    void timeThatPassesRollsShardsOver() {
        post("/clock/advance", "{\"by\":\"PT5H\"}");

        assertThat(shards()).hasSize(2);
    }

    @Test
    void iteratorsExpireAsTimePasses() {
        String iterator = iterator("TRIM_HORIZON");
        post("/clock/advance", "{\"by\":\"PT16M\"}");

        assertThat(records(iterator)).contains("ExpiredIteratorException");
    }

    @Test
    void clockOfTheSystemIsNotMoved() {
        try (MillraceServer other = started(new ClockChoice.OfSystem());
                ApiClient its = ApiClient.of(other.endpoint())) {
            HttpResponse<String> answer =
                    its.send(
                            HttpRequest.newBuilder(uri(other, "/clock/advance"))
                                    .POST(BodyPublishers.ofString("{\"by\":\"PT1S\"}")));

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).contains("start it with --clock manual");
        }
    }

    @Test
    void shardThatIsSplitHasTwoChildren() {
        String parent = shards().getFirst();

        String tree =
                post("/shards/split", "{\"table\":\"Notes\",\"shard\":\"%s\"}".formatted(parent))
                        .body();

        assertThat(all(Pattern.compile("\"parent\":\"([^\"]+)\""), tree))
                .containsExactly(parent, parent);
    }

    @Test
    void everyOpenShardIsSplitUnlessOneIsNamed() {
        post("/shards/split", "{\"table\":\"Notes\"}");
        post("/shards/split", "{\"table\":\"Notes\"}");

        assertThat(shards()).hasSize(1 + 2 + 4);
    }

    @Test
    void shardThatIsRolledHasOneChild() {
        post("/shards/roll", "{\"stream\":\"%s\"}".formatted(arn()));

        assertThat(shards()).hasSize(2);
    }

    @Test
    void closingAllShardsTurnsTheStreamOff() {
        String tree = post("/shards/close", "{\"table\":\"Notes\"}").body();

        assertThat(tree).contains("\"status\":\"DISABLED\"").contains("\"closed\":");
    }

    @Test
    void shardThatIsClosedAloneHasAChildWhileTheStreamIsOn() {
        String tree =
                post(
                                "/shards/close",
                                "{\"table\":\"Notes\",\"shard\":\"%s\"}"
                                        .formatted(shards().getFirst()))
                        .body();

        assertThat(tree).contains("\"status\":\"ENABLED\"").contains("\"closed\":");
        assertThat(shards()).hasSize(2);
    }

    @Test
    void trimmedRecordsCannotBeReached() {
        client.table("PutItem", PUT);
        String iterator = iterator("TRIM_HORIZON");
        post("/clock/advance", "{\"by\":\"PT1M\"}");
        post("/records/trim", "{\"table\":\"Notes\",\"before\":\"2026-01-01T00:00:30Z\"}");

        assertThat(records(iterator)).contains("\"Records\":[]");
    }

    @Test
    void iteratorsExpireWhenAskedTo() {
        String old = iterator("TRIM_HORIZON");
        post("/iterators/expire", "");

        assertThat(records(old)).contains("ExpiredIteratorException");
        assertThat(records(iterator("TRIM_HORIZON"))).contains("\"Records\":[]");
    }

    @Test
    void nextCallsOfAnOperationAreThrottled() {
        post("/faults/throttle", "{\"operation\":\"PutItem\",\"calls\":2}");

        assertThat(List.of(put(), put(), put()))
                .containsExactly(
                        "400 ProvisionedThroughputExceededException",
                        "400 ProvisionedThroughputExceededException",
                        "200 ");
    }

    @Test
    void errorOfTheThrottlingCanBeChosen() {
        post(
                "/faults/throttle",
                "{\"operation\":\"PutItem\",\"calls\":1,\"error\":\"ThrottlingException\"}");

        assertThat(put()).isEqualTo("400 ThrottlingException");
    }

    @Test
    void emptyPagesHaveASuccessorThatLeadsToTheRecords() {
        client.table("PutItem", PUT);
        post("/faults/empty-pages", "{\"calls\":1}");

        String empty = records(iterator("TRIM_HORIZON"));
        assertThat(empty).contains("\"Records\":[]");
        assertThat(records(all(ITERATOR, empty).getFirst())).contains("INSERT");
    }

    @Test
    void emptyPagesOfAnotherShardConcernNobodyElse() {
        client.table("PutItem", PUT);
        String parent = shards().getFirst();
        post("/shards/roll", "{\"table\":\"Notes\"}");
        post(
                "/faults/empty-pages",
                "{\"calls\":1,\"table\":\"Notes\",\"shard\":\"%s\"}".formatted(shards().getLast()));

        assertThat(records(iteratorOf(parent, "TRIM_HORIZON"))).contains("INSERT");
    }

    @Test
    void faultsAreListedAndForgotten() {
        post("/faults/throttle", "{\"operation\":\"Query\",\"calls\":3}");
        post("/faults/empty-pages", "{\"calls\":4}");
        assertThat(get("/faults").body())
                .isEqualTo(
                        "{\"throttles\":[{\"operation\":\"Query\",\"error\":"
                                + "\"ProvisionedThroughputExceededException\",\"calls\":3}],"
                                + "\"emptyPages\":[{\"calls\":4}]}");

        client.send(HttpRequest.newBuilder(uri(server, "/faults")).DELETE());

        assertThat(get("/faults").body()).isEqualTo("{\"throttles\":[],\"emptyPages\":[]}");
    }

    @Test
    void metricsTellOfStreamsShardsAndReaders() {
        client.table("PutItem", PUT);
        records(iterator("TRIM_HORIZON"));
        String stream = "{table=\"Notes\",stream=\"2026-01-01T00:00:00.000\"";
        String shard = stream + ",shard=\"" + shards().getFirst() + "\"";

        assertThat(get("/metrics").body())
                .contains("# TYPE millrace_stream_records_in_total counter\n")
                .contains("millrace_stream_records_in_total" + stream + "} 1\n")
                .contains("millrace_stream_bytes_in_total" + stream + "} 5\n")
                .contains("millrace_shard_records_out_total" + shard + "} 1\n")
                .contains("millrace_shard_oldest_record_age_seconds" + shard + "} 0.000\n")
                .contains("millrace_reader_lag_seconds" + shard + ",reader=\"1\"} 0.000\n")
                .contains("millrace_waiting_readers 0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    /clock/advance      | {}                                        | 400 | give one of 'by' and 'to'
                    /clock/advance      | {"by":"PT1S","to":"2026-01-02T00:00:00Z"} | 400 | give one of 'by' and 'to'
                    /clock/advance      | {"by":"tomorrow"}                         | 400 | 'by': 'tomorrow' is not a duration
                    /clock/advance      | {"by":7}                                  | 400 | the body is not a JSON object of texts
                    /clock/advance      | {"by":"-PT1S"}                            | 400 | the clock never goes back
                    /clock/advance      | {"by":"P367D"}                            | 400 | at most 366 days
                    /clock/advance      | {"to":"+1000000000-12-31T23:59:59Z"}      | 400 | at most 366 days
                    /clock/advance      | {"too":"x"}                               | 400 | 'too' is not known here; known are [by, to]
                    /clock/advance      | [1]                                       | 400 | the body is not a JSON object
                    /clock/advance      | {"by":                                    | 400 | the body is not a JSON object
                    /shards/roll        | {}                                        | 400 | give one of 'stream'
                    /shards/roll        | {"table":"Nothing"}                       | 404 | Table: Nothing not found
                    /shards/roll        | {"stream":"arn:none"}                     | 404 | not found
                    /shards/roll        | {"table":"Notes","shard":"none"}          | 404 | Shard does not exist
                    /shards/split       | {"table":"Notes","shard":"none"}          | 404 | no shard none
                    /records/trim       | {"table":"Notes"}                         | 400 | 'before' is missing
                    /records/trim       | {"table":"Notes","before":"now"}          | 400 | 'before': 'now' is not a moment
                    /records/trim       | {"table":"Notes","before":"2027-01-01T00:00:00Z"} | 409 | future
                    /faults/throttle    | {"operation":"Put","calls":1}             | 400 | 'operation': 'Put' is not one of
                    /faults/throttle    | {"operation":"PutItem"}                   | 400 | 'calls' is missing
                    /faults/throttle    | {"operation":"PutItem","calls":0}         | 400 | 'calls': 0 is not a number from 1
                    /faults/throttle    | {"operation":"PutItem","calls":1,"error":"Nope"} | 400 | 'error': 'Nope' is not one of
                    /faults/empty-pages | {"calls":1,"table":"Notes"}               | 400 | name the 'shard' too
                    /nowhere            | {}                                        | 404 | there is nothing at /nowhere
                    /clock              | {}                                        | 405 | /clock takes GET
                    /faults             | {}                                        | 405 | /faults takes DELETE and GET
                    """)
    void wrongRequestIsToldWhatIsWrong(String path, String body, int status, String text) {
        HttpResponse<String> answer = post(path, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith("{\"error\":\"").contains(text);
    }

    @Test
    void parametersOfAQueryAreCheckedToo() {
        HttpResponse<String> answer = get("/shards?stream=" + arn() + "&shard=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'shard' is not known here; known are [stream, table]");
    }

    @Test
    void bodyThatIsTooLargeIsRefused() {
        assertThat(post("/clock/advance", " ".repeat(70_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void controlIsOffUnlessAskedFor() {
        try (MillraceServer other = MillraceServer.start(ServerOptions.inMemory())) {
            assertThat(other.controlEndpoint()).isNull();
        }
    }

    @Test
    void controlPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            ControlOptions control =
                    ControlOptions.onPort(taken.getLocalPort(), new ClockChoice.OfSystem());

            assertThatThrownBy(() ->
                            MillraceServer.start(ServerOptions.inMemory().withControl(control)))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("cannot listen on port " + taken.getLocalPort());
        }
    }

    private static MillraceServer started(ClockChoice clock) {
        return MillraceServer.start(
                ServerOptions.inMemory().withControl(ControlOptions.onPort(0, clock)));
    }

    private String put() {
        HttpResponse<String> answer = client.table("PutItem", PUT);
        return answer.statusCode()
                + " "
                + String.join("", all(Pattern.compile("#(\\w+)"), answer.body()));
    }

    private String arn() {
        return all(ARN, get("/shards?table=Notes").body()).getFirst();
    }

    private List<String> shards() {
        return all(SHARD, get("/shards?table=Notes").body());
    }

    private String iterator(String type) {
        return iteratorOf(shards().getFirst(), type);
    }

    private String iteratorOf(String shard, String type) {
        String body =
                "{\"StreamArn\":\"%s\",\"ShardId\":\"%s\",\"ShardIteratorType\":\"%s\"}"
                        .formatted(arn(), shard, type);
        return all(ITERATOR, client.stream("GetShardIterator", body).body()).getFirst();
    }

    private String records(String iterator) {
        return client.stream("GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}").body();
    }

    private HttpResponse<String> get(String path) {
        return client.send(HttpRequest.newBuilder(uri(server, path)));
    }

    private HttpResponse<String> post(String path, String body) {
        return client.send(
                HttpRequest.newBuilder(uri(server, path)).POST(BodyPublishers.ofString(body)));
    }

    private static URI uri(MillraceServer server, String path) {
        return Objects.requireNonNull(server.controlEndpoint()).resolve(path);
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
    }
}
