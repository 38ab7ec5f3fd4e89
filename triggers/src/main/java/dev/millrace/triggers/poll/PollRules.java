package dev.millrace.triggers.poll;

import dev.millrace.triggers.batch.BatchRules;
import dev.millrace.triggers.failure.FailureRules;
import dev.millrace.triggers.failure.Judge;

import java.time.Duration;

/// All that a mapping says about how its shards are to be gone through.
///
/// @param lanes how many invocations of one shard may be under way at once, 1 to 10
/// @param tumbling the length of tumbling windows; zero for none
public record PollRules(
        BatchRules batches, FailureRules failures, Judge judge, int lanes, Duration tumbling) {}
