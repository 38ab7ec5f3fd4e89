package dev.millrace.server;

import dev.millrace.engine.DestinationOperations;
import dev.millrace.engine.Engine;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.transfer.kinesis.Deliveries;
import dev.millrace.transfer.kinesis.DeliveryLog;
import dev.millrace.transfer.kinesis.Kinesis;
import dev.millrace.transfer.kinesis.KinesisClient;
import dev.millrace.transfer.kinesis.KinesisEngine;
import dev.millrace.transfer.kinesis.NoKinesis;
import dev.millrace.triggers.destination.DestinationEndpoints;
import dev.millrace.wire.RequestSigner;

import java.lang.System.Logger.Level;
import java.net.URI;
import java.time.InstantSource;

/// The Kinesis destinations of an engine, with the service that the options name.
final class EngineDeliveries {
    private static final System.Logger LOGGER = System.getLogger(Deliveries.class.getName());

    private EngineDeliveries() {}

    /// Begins to send what waits in the engine.
    static Deliveries open(Engine engine, ServerOptions options, InstantSource clock) {
        return Deliveries.open(
                operations(engine),
                kinesis(options, clock),
                Thread.ofVirtual().name("delivery-", 0).factory(),
                new ProcessLog());
    }

    private static KinesisEngine operations(Engine engine) {
        DestinationOperations operations = engine.inside().destinations();
        return new KinesisEngine(
                operations.enable(),
                operations.disable(),
                operations.update(),
                operations.describe(),
                operations.listOutboxes(),
                operations.readOutbox(),
                operations.measureOutbox(),
                operations.trimOutbox(),
                operations.awaitOutboxNews(),
                engine.inside().readDocuments(),
                engine.inside().writeDocuments());
    }

    private static Kinesis kinesis(ServerOptions options, InstantSource clock) {
        URI endpoint = options.triggers().kinesis();
        DestinationEndpoints services = options.triggers().destinations();
        return endpoint == null
                ? new NoKinesis()
                : new KinesisClient(
                        endpoint,
                        new RequestSigner(options.region(), services.keyId(), services.secret()),
                        new LazyHttpClient(),
                        clock);
    }

    /// Tells the log of the process.
    private static final class ProcessLog implements DeliveryLog {
        @Override
        public void trouble(String line) {
            LOGGER.log(Level.WARNING, line);
        }

        @Override
        public void recovered(String line) {
            LOGGER.log(Level.INFO, line);
        }

        @Override
        public void fault(String what, Throwable cause) {
            LOGGER.log(Level.ERROR, what, cause);
        }
    }
}
