package dev.millrace.server.dispatch;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.millrace.model.error.ApiException;
import dev.millrace.wire.Service;
import dev.millrace.wire.Target;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The endpoints that one port offers, found by their target.
public final class EndpointTable {

    private final Map<Target, Endpoint<?, ?>> endpoints;

    /// A table of `endpoints`, whose targets must differ.
    public EndpointTable(List<Endpoint<?, ?>> endpoints) {
        this.endpoints =
                endpoints.stream()
                        .collect(toUnmodifiableMap(Endpoint::target, Function.identity()));
    }

    /// The part of this table that belongs to `service`.
    public EndpointTable only(Service service) {
        return new EndpointTable(
                endpoints.values().stream()
                        .filter(endpoint -> endpoint.codec().service() == service)
                        .toList());
    }

    /// The same table with every endpoint replaced by what `change` makes of it.
    public EndpointTable changed(Change change) {
        List<Endpoint<?, ?>> changed = new ArrayList<>();
        for (Endpoint<?, ?> endpoint : endpoints.values()) {
            changed.add(change.of(endpoint));
        }
        return new EndpointTable(changed);
    }

    /// Makes another endpoint, of the same kind, out of one.
    @FunctionalInterface
    public interface Change {
        <Q, R> Endpoint<Q, R> of(Endpoint<Q, R> endpoint);
    }

    /// The endpoint that `target` names.
    ///
    /// @throws ApiException `UnknownOperationException` if there is none
    Endpoint<?, ?> find(Target target) {
        Endpoint<?, ?> endpoint = endpoints.get(target);
        if (endpoint == null) {
            throw Target.unknownOperation();
        }
        return endpoint;
    }
}
