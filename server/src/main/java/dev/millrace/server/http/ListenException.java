package dev.millrace.server.http;

import java.net.InetSocketAddress;

/// An address that cannot be listened on, because another program does, or because the system does
/// not allow it.
public final class ListenException extends RuntimeException {

    private final InetSocketAddress address;

    public ListenException(InetSocketAddress address, Throwable cause) {
        super("cannot listen on the address", cause);
        this.address = address;
    }

    /// The address.
    public InetSocketAddress address() {
        return address;
    }
}
