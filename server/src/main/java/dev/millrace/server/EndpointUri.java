package dev.millrace.server;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/// The address that a client on this machine reaches a port by.
final class EndpointUri {

    private static final String LOOPBACK = "127.0.0.1";

    private EndpointUri() {}

    /// The address of `port` on a server that listens on `host`. A host that stands for every
    /// address of the machine is replaced by one that can be called.
    static URI of(String host, int port) {
        try {
            return new URI(
                    "http", null, isWildcard(host) ? LOOPBACK : host, port, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the host makes no address", e);
        }
    }

    private static boolean isWildcard(String host) {
        try {
            return InetAddress.getByName(host).isAnyLocalAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host is not known", e);
        }
    }
}
