package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.server.config.ServerOptions;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/// Reading of streams beyond what AWS offers: waiting, and the tail as events.
@Timeout(60)
class StreamReadingTest {
    private static final String CREATE =
            """
            {"TableName":"Notes","BillingMode":"PROVISIONED",
             "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1},
             "KeySchema":[{"AttributeName":"Id","KeyType":"HASH"}],
             "AttributeDefinitions":[{"AttributeName":"Id","AttributeType":"S"}],
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"}}\
            """;
    private static final String DISABLE =
            "{\"TableName\":\"Notes\",\"StreamSpecification\":{\"StreamEnabled\":false}}";
    private static final Pattern ARN = Pattern.compile("\"LatestStreamArn\":\"([^\"]+)\"");
    private static final Pattern SHARD = Pattern.compile("\"ShardId\":\"([^\"]+)\"");
    private static final Pattern ITERATOR = Pattern.compile("\"ShardIterator\":\"([^\"]+)\"");
    private static final Pattern NUMBER = Pattern.compile("\"SequenceNumber\":\"([0-9]+)\"");

    private MillraceServer server;
    private ApiClient client;
    private String arn;

    @BeforeEach
    void start() {
        server = MillraceServer.start(ServerOptions.inMemory());
        client = ApiClient.of(server.endpoint());
        arn = find(ARN, client.table("CreateTable", CREATE).body());
    }

    @AfterEach
    void stop() {
        // Tails are never read to their end.
        client.http().shutdownNow();
        server.close();
    }

    @Test
    void getRecordsWaitsForTheRecordThatComes() {
        CompletableFuture<HttpResponse<String>> answer =
                client.http()
                        .sendAsync(
                                getRecords().header("X-Millrace-Wait-Seconds", "20").build(),
                                BodyHandlers.ofString());

        put("one");

        assertThat(answer.join().body()).contains("\"eventName\":\"INSERT\"");
    }

    @Test
    void waitThatMakesNoSenseIsRefused() {
        HttpResponse<String> answer =
                client.send(getRecords().header("X-Millrace-Wait-Seconds", "21"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("ValidationException")
                .contains("'21' is not a whole number of seconds from 0 to 20");
    }

    @Test
    void tailBringsWhatIsThereAndWhatComes() {
        put("one");
        Iterator<String> lines = tail("?from=TRIM_HORIZON");
        assertThat(nextData(lines)).contains("\"Keys\":{\"Id\":{\"S\":\"one\"}}");

        put("two");

        assertThat(nextData(lines)).contains("\"Keys\":{\"Id\":{\"S\":\"two\"}}");
    }

    @Test
    void tailBeginsWithTheNextRecordUnlessToldOtherwise() {
        put("one");
        Iterator<String> lines = tail("");
        assertThat(lines.next()).isEqualTo(": open");

        put("two");

        assertThat(nextData(lines)).contains("\"two\"");
    }

    @Test
    void dataIsTheRecordAsGetRecordsWritesIt() {
        put("one");

        String record = client.send(getRecordsFrom("TRIM_HORIZON")).body();

        assertThat(record)
                .startsWith("{\"Records\":[" + nextData(tail("?from=TRIM_HORIZON")) + "],");
    }

    @Test
    void readerThatComesBackMissesNothingAndGetsNothingTwice() {
        put("one");
        put("two");
        Iterator<String> lines = tail("?from=TRIM_HORIZON");
        String id = nextId(lines);

        Iterator<String> again = lines(request("?from=TRIM_HORIZON").header("Last-Event-ID", id));

        assertThat(nextData(again)).contains("\"two\"");
    }

    @Test
    void tailFromASequenceNumberBeginsWithItsRecord() {
        put("one");
        put("two");
        String records = client.send(getRecordsFrom("TRIM_HORIZON")).body();
        List<String> numbers = findAll(NUMBER, records);

        Iterator<String> lines = tail("?shard=" + shard() + "&from=" + numbers.get(1));

        assertThat(nextData(lines)).contains("\"two\"");
    }

    @Test
    void tailOfADisabledStreamEnds() {
        put("one");
        Iterator<String> lines = tail("?from=TRIM_HORIZON");
        client.table("UpdateTable", DISABLE);

        List<String> all = new ArrayList<>();
        lines.forEachRemaining(all::add);

        assertThat(all).endsWith("event: end", "data: {}", "");
    }

    @Test
    void readerOfADisabledStreamThatHasReadAllIsToldNotToComeBack() {
        put("one");
        String id = nextId(tail("?from=TRIM_HORIZON"));
        client.table("UpdateTable", DISABLE);

        HttpResponse<String> answer = client.send(request("").header("Last-Event-ID", id));

        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void tailWithNothingToTellShowsThatItLives() {
        Iterator<String> lines = tail("?heartbeat=1");

        assertThat(List.of(lines.next(), lines.next(), lines.next()))
                .containsExactly(": open", "", ": heartbeat");
    }

    @Test
    void tailEndsWhenTheServerStops() {
        Iterator<String> lines = tail("?heartbeat=60");
        assertThat(lines.next()).isEqualTo(": open");
        long begun = System.nanoTime();

        server.close();

        assertThat(System.nanoTime() - begun).isLessThan(4_000_000_000L);
    }

    @Test
    void tailIsThereForTheArnAsItIsAndEncoded() {
        put("one");
        String encoded = URLEncoder.encode(arn, StandardCharsets.UTF_8);

        Iterator<String> lines =
                lines(
                        HttpRequest.newBuilder(
                                uri("/streams/" + encoded + "/events?from=TRIM_HORIZON")));

        assertThat(nextData(lines)).contains("\"one\"");
    }

    @Test
    void tailOfAnUnknownStreamIsNotFound() {
        String other = arn.replace("Notes", "Other");

        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri("/streams/" + other + "/events")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ResourceNotFoundException");
    }

    @Test
    void tailOfSomethingThatIsNoStreamIsRefused() {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(uri("/streams/Notes/events")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Invalid StreamArn");
    }

    @Test
    void parametersThatMakeNoSenseAreNamed() {
        assertThat(refusal("?from=yesterday")).contains("'from': 'yesterday' is not TRIM_HORIZON");
        assertThat(refusal("?heartbeat=0")).contains("'heartbeat': '0' is not");
        assertThat(refusal("?since=1")).contains("'since' is not one of from");
        assertThat(refusal("?from=101763985600000000000")).contains("name the shard");
        assertThat(refusal("?shard=nowhere")).contains("Shard does not exist");
    }

    private String refusal(String query) {
        HttpResponse<String> answer = client.send(request(query));
        assertThat(answer.statusCode()).isBetween(400, 404);
        return answer.body();
    }

    private void put(String id) {
        client.table(
                "PutItem", "{\"TableName\":\"Notes\",\"Item\":{\"Id\":{\"S\":\"" + id + "\"}}}");
    }

    private HttpRequest.Builder getRecords() {
        return getRecordsFrom("LATEST");
    }

    private HttpRequest.Builder getRecordsFrom(String type) {
        String answer =
                client.stream(
                                "GetShardIterator",
                                "{\"StreamArn\":\"%s\",\"ShardId\":\"%s\",\"ShardIteratorType\":\"%s\"}"
                                        .formatted(arn, shard(), type))
                        .body();
        return client.call(
                "DynamoDBStreams_20120810.GetRecords",
                "{\"ShardIterator\":\"" + find(ITERATOR, answer) + "\"}");
    }

    private String shard() {
        return find(
                SHARD, client.stream("DescribeStream", "{\"StreamArn\":\"" + arn + "\"}").body());
    }

    private Iterator<String> tail(String query) {
        return lines(request(query));
    }

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(uri("/streams/" + arn + "/events" + query));
    }

    private Iterator<String> lines(HttpRequest.Builder request) {
        HttpResponse<java.util.stream.Stream<String>> answer =
                client.http().sendAsync(request.build(), BodyHandlers.ofLines()).join();
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
        return answer.body().iterator();
    }

    private URI uri(String path) {
        return server.endpoint().resolve(path);
    }

    private static String nextData(Iterator<String> lines) {
        return next(lines, "data: ");
    }

    private static String nextId(Iterator<String> lines) {
        return next(lines, "id: ");
    }

    private static String next(Iterator<String> lines, String start) {
        String line = lines.next();
        while (!line.startsWith(start)) {
            line = lines.next();
        }
        return line.substring(start.length());
    }

    private static String find(Pattern pattern, String text) {
        return findAll(pattern, text).getFirst();
    }

    private static List<String> findAll(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }
}
