package dev.millrace.server.control;

import dev.millrace.engine.operation.Operation;
import dev.millrace.engine.operation.ShardName;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.request.GetRecordsRequest;
import dev.millrace.server.dispatch.Endpoint;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The faults that tests have asked for and that have not all happened yet.
///
/// Only on a server with a control port, where every call asks here first; other servers know
/// nothing of faults.
public final class Faults {
    /// The most calls that one fault may concern.
    static final int CALLS_MAX = 1_000_000;

    /// The most orders of empty pages that may be outstanding.
    static final int EMPTY_PAGES_MAX = 100;

    private final Map<String, Throttle> throttles = new LinkedHashMap<>();
    private final List<EmptyPages> emptyPages = new ArrayList<>();
    private final Set<String> operations = new TreeSet<>();
    private final Operation<String, ShardName> shardOf;

    /// The next calls of an operation that are refused.
    ///
    /// @param calls how many are left
    record Throttle(String operation, ApiException error, int calls) {}

    /// The next calls of GetRecords that bring no record.
    ///
    /// @param calls how many are left
    /// @param shard the only shard that is concerned; null for all
    record EmptyPages(int calls, @Nullable ShardName shard) {
        boolean concern(ShardName read) {
            return shard == null || shard.equals(read);
        }
    }

    /// Faults on a server that has none yet.
    ///
    /// @param shardOf the shard that an iterator leads to
    public Faults(Operation<String, ShardName> shardOf) {
        this.shardOf = shardOf;
    }

    /// The same endpoint, with the faults that are asked for.
    public <Q, R> Endpoint<Q, R> around(Endpoint<Q, R> endpoint) {
        String name = endpoint.codec().operation();
        operations.add(name);
        Operation<Q, R> operation = endpoint.operation();
        return endpoint.doing(request -> {
            throttle(name);
            return operation.execute(request);
        });
    }

    /// Refuses the next calls of an operation, in place of what was ordered for it before.
    synchronized void order(Throttle throttle) {
        throttles.put(throttle.operation(), throttle);
    }

    /// Empties the next pages of GetRecords, after those ordered before.
    ///
    /// @throws Refusal if too many orders are outstanding
    synchronized void order(EmptyPages pages) {
        if (emptyPages.size() >= EMPTY_PAGES_MAX) {
            throw Refusal.conflict(EMPTY_PAGES_MAX + " orders of empty pages are outstanding");
        }
        emptyPages.add(pages);
    }

    /// Forgets every order.
    synchronized void clear() {
        throttles.clear();
        emptyPages.clear();
    }

    synchronized List<Throttle> throttles() {
        return List.copyOf(throttles.values());
    }

    synchronized List<EmptyPages> emptyPages() {
        return List.copyOf(emptyPages);
    }

    /// The names of all operations.
    Set<String> operations() {
        return operations;
    }

    private synchronized void throttle(String operation) {
        Throttle throttle = throttles.remove(operation);
        if (throttle != null) {
            if (throttle.calls() > 1) {
                throttles.put(
                        operation, new Throttle(operation, throttle.error(), throttle.calls() - 1));
            }
            throw throttle.error();
        }
    }

    /// The same request, or if its page is to be empty one for no records at all: the answer has
    /// then a successor unless the shard is at its end.
    public GetRecordsRequest emptied(GetRecordsRequest request) {
        return takeEmptyPage(request) ? request.forNothing() : request;
    }

    private synchronized boolean takeEmptyPage(GetRecordsRequest request) {
        if (emptyPages.isEmpty()) {
            return false;
        }
        ShardName read = shardOf.execute(request.shardIterator());
        for (int i = 0; i < emptyPages.size(); i++) {
            EmptyPages pages = emptyPages.get(i);
            if (pages.concern(read)) {
                take(i, pages);
                return true;
            }
        }
        return false;
    }

    private void take(int place, EmptyPages pages) {
        if (pages.calls() > 1) {
            emptyPages.set(place, new EmptyPages(pages.calls() - 1, pages.shard()));
        } else {
            emptyPages.remove(place);
        }
    }
}
