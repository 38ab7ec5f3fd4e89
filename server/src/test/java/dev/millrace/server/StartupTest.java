package dev.millrace.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.keyspace.FormatVersion;
import dev.millrace.engine.keyspace.Keyspace;
import dev.millrace.server.config.ServerOptions;
import dev.millrace.store.Durability;
import dev.millrace.store.Store;
import dev.millrace.store.StoreOptions;
import dev.millrace.store.StoreProvider;
import dev.millrace.store.WriteBatch;
import dev.millrace.store.tuple.TupleWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Starts that fail, what they say, and what they leave behind.
class StartupTest {

    @TempDir Path directory;

    @Test
    void portInUseIsNamed() throws IOException {
        try (ServerSocket taken = taken()) {
            ServerOptions options = ServerOptions.inMemory().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> MillraceServer.start(options))
                    .isInstanceOf(StartupException.class)
                    .hasMessageStartingWith(
                            "cannot listen on port " + taken.getLocalPort() + " of 127.0.0.1 (")
                    .hasMessageEndingWith("; free it or choose another port");
        }
    }

    @Test
    void portInUseLeavesTheDataDirectoryAlone() throws IOException {
        Path data = directory.resolve("data");
        try (ServerSocket taken = taken()) {
            ServerOptions options =
                    ServerOptions.inMemory().withPort(taken.getLocalPort()).withData(data);

            assertThatThrownBy(() -> MillraceServer.start(options))
                    .isInstanceOf(StartupException.class);
        }
        assertThat(data).doesNotExist();
    }

    @Test
    void streamsPortInUseFreesTheOtherPortAgain() throws IOException {
        int port = freePort();
        try (ServerSocket taken = taken()) {
            ServerOptions options =
                    ServerOptions.inMemory().withPort(port).withStreamsPort(taken.getLocalPort());
            assertThatThrownBy(() -> MillraceServer.start(options))
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
        MillraceServer.start(ServerOptions.inMemory().withPort(port)).close();
    }

    @Test
    void directoryInUseIsNamed() {
        ServerOptions options = ServerOptions.inMemory().withData(directory);

        try (MillraceServer first = MillraceServer.start(options)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> MillraceServer.start(options))
                    .isInstanceOf(StartupException.class)
                    .hasMessage(
                            "data directory "
                                    + directory
                                    + " is in use by another Millrace; stop that one or choose"
                                    + " another with --data");
        }
    }

    @Test
    void directoryIsFreeAgainOnceItsServerIsClosed() {
        ServerOptions options = ServerOptions.inMemory().withData(directory);
        MillraceServer.start(options).close();

        MillraceServer.start(options).close();
    }

    @Test
    void directoryOfANewerVersionIsRefused() {
        writeNewerVersion();
        ServerOptions options = ServerOptions.inMemory().withData(directory);

        assertThatThrownBy(() -> MillraceServer.start(options))
                .isInstanceOf(StartupException.class)
                .hasMessage(
                        "data directory "
                                + directory
                                + " was written by a newer Millrace; use that one or choose"
                                + " another directory with --data");
    }

    @Test
    void directoryThatWasRefusedIsNotHeld() {
        writeNewerVersion();
        ServerOptions options = ServerOptions.inMemory().withData(directory);
        assertThatThrownBy(() -> MillraceServer.start(options))
                .isInstanceOf(StartupException.class);

        store().close();
    }

    @Test
    void fileInPlaceOfTheDirectoryIsNamed() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        ServerOptions options = ServerOptions.inMemory().withData(file);

        assertThatThrownBy(() -> MillraceServer.start(options))
                .isInstanceOf(StartupException.class)
                .hasMessage("data directory " + file + " is not a directory");
    }

    @Test
    void unknownHostIsNamed() {
        ServerOptions defaults = ServerOptions.inMemory();
        ServerOptions options =
                new ServerOptions(
                        0,
                        "host.invalid",
                        null,
                        null,
                        defaults.region(),
                        defaults.account(),
                        defaults.durability());

        assertThatThrownBy(() -> MillraceServer.start(options))
                .isInstanceOf(StartupException.class)
                .hasMessage("the host to listen on is not known here: host.invalid");
    }

    private void writeNewerVersion() {
        try (Store store = store()) {
            byte[] newer = new TupleWriter().uint32(FormatVersion.CURRENT + 1).toByteArray();
            store.write(
                    new WriteBatch().put(Keyspace.META, Keyspace.formatKey(), newer),
                    Durability.SYNC);
        }
    }

    private Store store() {
        return StoreProvider.named("rocksdb").open(StoreOptions.at(directory, Keyspace.families()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = taken()) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
