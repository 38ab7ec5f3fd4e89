package dev.millrace.benchmarks.trigger;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;

/// A function as people write them: takes the event as objects, and answers how many records it
/// had. Loaded by a class loader of its own.
public final class CountingHandler implements RequestHandler<DynamodbEvent, Integer> {
    @Override
    public Integer handleRequest(DynamodbEvent event, Context context) {
        return event.getRecords().size();
    }
}
