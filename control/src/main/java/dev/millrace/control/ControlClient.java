package dev.millrace.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A client of the control API of one server.
///
/// Where a stream is asked for, its ARN may be given, or the name of its table, which means the
/// latest stream of that. Each method throws a [ControlException] if the server refuses.
public final class ControlClient implements AutoCloseable {
    private static final int NO_CALLS = -1;

    private final HttpClient http;
    private final Calls calls;

    private ControlClient(HttpClient http, URI endpoint) {
        this.http = http;
        this.calls = new Calls(http, endpoint);
    }

    /// A client of the server whose control port is at `endpoint`, for example
    /// `http://127.0.0.1:8010`.
    public static ControlClient of(URI endpoint) {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new ControlClient(http, endpoint);
    }

    /// The moment at which the server's clock stands.
    public Instant now() {
        return Instant.parse(Answers.text(calls.get("/clock", Map.of()), "now"));
    }

    /// Lets time pass on a manual clock; whatever falls due on the way happens at its own moment.
    ///
    /// @param by up to 366 days
    /// @return where the clock stands now
    public Instant advance(Duration by) {
        return advance("by", by.toString());
    }

    /// Lets time pass on a manual clock up to a moment.
    ///
    /// @return where the clock stands now
    public Instant advanceTo(Instant moment) {
        return advance("to", moment.toString());
    }

    private Instant advance(String member, String value) {
        byte[] answer = calls.post("/clock/advance", Map.of(member, value), NO_CALLS);
        return Instant.parse(Answers.text(answer, "now"));
    }

    /// The shards of a stream.
    public ShardTree shards(String stream) {
        return Answers.tree(calls.get("/shards", named(stream)));
    }

    /// Splits one open shard in two.
    public ShardTree split(String stream, String shardId) {
        return tree("/shards/split", stream, "shard", shardId);
    }

    /// Splits every open shard in two.
    public ShardTree splitAll(String stream) {
        return tree("/shards/split", stream);
    }

    /// Closes one open shard and opens its child.
    public ShardTree roll(String stream, String shardId) {
        return tree("/shards/roll", stream, "shard", shardId);
    }

    /// Closes every open shard and opens a child of each.
    public ShardTree rollAll(String stream) {
        return tree("/shards/roll", stream);
    }

    /// Closes one open shard. Since its stream is on, a child takes over its keys: the same as
    /// [#roll].
    public ShardTree close(String stream, String shardId) {
        return tree("/shards/close", stream, "shard", shardId);
    }

    /// Closes every open shard for good, by turning the stream off.
    public ShardTree closeAll(String stream) {
        return tree("/shards/close", stream);
    }

    /// Trims the records before a moment, and the closed shards that have no others.
    public ShardTree trim(String stream, Instant before) {
        return tree("/records/trim", stream, "before", before.toString());
    }

    /// Makes every iterator expire that has been given out.
    public void expireIterators() {
        calls.post("/iterators/expire", Map.of(), NO_CALLS);
    }

    /// Refuses the next calls of an operation with the error by which AWS usually throttles it.
    ///
    /// @param operation for example `PutItem`
    public void throttle(String operation, int next) {
        calls.post("/faults/throttle", Map.of("operation", operation), next);
    }

    /// Refuses the next calls of an operation with one of the errors by which AWS throttles it.
    ///
    /// @param error for example `ThrottlingException`
    public void throttle(String operation, int next, String error) {
        calls.post("/faults/throttle", Map.of("operation", operation, "error", error), next);
    }

    /// Lets the next calls of GetRecords bring no record.
    public void emptyPages(int next) {
        calls.post("/faults/empty-pages", Map.of(), next);
    }

    /// Lets the next calls of GetRecords on one shard bring no record.
    public void emptyPages(String stream, String shardId, int next) {
        calls.post("/faults/empty-pages", named(stream, "shard", shardId), next);
    }

    /// Forgets the faults that were asked for and have not happened yet.
    public void clearFaults() {
        calls.delete("/faults");
    }

    /// All event source mappings, by UUID.
    public List<TriggerReport> triggers() {
        return TriggerAnswers.triggers(calls.get("/triggers", Map.of()));
    }

    /// What all mappings have given up, the oldest first.
    public List<DeadLetterReport> deadLetters() {
        return TriggerAnswers.deadLetters(calls.get("/triggers/dead-letters", Map.of()));
    }

    /// What one mapping has given up, the oldest first.
    ///
    /// @param mapping its UUID
    public List<DeadLetterReport> deadLetters(String mapping) {
        return TriggerAnswers.deadLetters(
                calls.get("/triggers/dead-letters", Map.of("mapping", mapping)));
    }

    /// Sends a batch that was given up to its function once more, and waits until that has ended.
    ///
    /// @param first the sequence number of its first record
    /// @return the batch, with the result
    public DeadLetterReport replay(String mapping, String shard, String first) {
        return TriggerAnswers.deadLetter(
                calls.post(
                        "/triggers/replay",
                        Map.of("mapping", mapping, "shard", shard, "first", first),
                        NO_CALLS));
    }

    /// The keys of a table that contributed most to what a rule of contributor insights counts,
    /// over the last minutes; AWS answers it through CloudWatch.
    ///
    /// @param rule `PKC`, `SKC`, `PKT` or `SKT`
    /// @param minutes from 1, which is the one that runs, to 60
    public ContributorReport contributors(String table, String rule, int minutes) {
        return contributors(Map.of("table", table), rule, minutes);
    }

    /// The same of a global index.
    public ContributorReport contributors(String table, String index, String rule, int minutes) {
        return contributors(Map.of("table", table, "index", index), rule, minutes);
    }

    private ContributorReport contributors(Map<String, String> of, String rule, int minutes) {
        Map<String, String> members = new LinkedHashMap<>(of);
        members.put("rule", rule);
        members.put("minutes", Integer.toString(minutes));
        members.put("most", "25");
        return ContributorAnswers.report(calls.get("/contributors", members));
    }

    /// The metrics of all streams and triggers, in the text format of Prometheus.
    public String metrics() {
        return new String(calls.get("/metrics", Map.of()), UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }

    private ShardTree tree(String path, String stream, String... others) {
        return Answers.tree(calls.post(path, named(stream, others), NO_CALLS));
    }

    // No name of a table has a colon.
    private static Map<String, String> named(String stream, String... others) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put(stream.indexOf(':') < 0 ? "table" : "stream", stream);
        for (int i = 0; i < others.length; i += 2) {
            members.put(others[i], others[i + 1]);
        }
        return members;
    }
}
