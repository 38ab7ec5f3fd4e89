package dev.millrace.server.http;

import dev.millrace.server.dispatch.Dispatcher;
import dev.millrace.server.dispatch.Endpoint;
import dev.millrace.server.dispatch.EndpointTable;
import dev.millrace.wire.JsonInput;
import dev.millrace.wire.JsonOutput;
import dev.millrace.wire.OperationCodec;
import dev.millrace.wire.Service;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/// An operation of the tests that does not answer before it is let go.
final class Waiting implements OperationCodec<String, String> {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch letGo = new CountDownLatch(1);

    /// A dispatcher that knows the operation, as `DynamoDB_20120810.Wait`.
    Dispatcher dispatcher() {
        EndpointTable table = new EndpointTable(List.of(new Endpoint<>(this, this::execute)));
        return new Dispatcher(
                table,
                (request, cause) -> {
                    throw new AssertionError(cause);
                });
    }

    /// Returns once a request has come in.
    void awaitRequest() throws InterruptedException {
        entered.await();
    }

    /// Lets the requests be answered.
    void letGo() {
        letGo.countDown();
    }

    private String execute(String request) {
        entered.countDown();
        try {
            letGo.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        return request;
    }

    @Override
    public Service service() {
        return Service.DYNAMODB;
    }

    @Override
    public String operation() {
        return "Wait";
    }

    @Override
    public String decode(JsonInput input) {
        return input.document(_ -> "waited");
    }

    @Override
    public void encode(String response, JsonOutput output) {
        output.document(() -> output.text("Text", response));
    }
}
