package dev.millrace.server.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds out whether an address can be listened on: the web server would say so only in its log.
public final class FreeAddress {
    private FreeAddress() {}

    /// Listens for a moment.
    ///
    /// @throws ListenException if that is not possible
    public static void require(InetSocketAddress address, int backlog) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(address, backlog);
        } catch (IOException e) {
            throw new ListenException(address, e);
        }
    }
}
