package dev.millrace.bench.http;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;

/// Where a service is reached, and in whose name.
///
/// @param uri scheme, host and perhaps port; `http` or `https`
/// @param region the region that signatures are for
/// @param credentials what requests are signed with
public record Endpoint(URI uri, String region, Credentials credentials) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /// Whether connections are encrypted.
    public boolean isEncrypted() {
        return "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
    }

    /// The value of the header `Host`.
    public String authority() {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// The host's name or address, without brackets.
    public String host() {
        return uri.getHost().replaceAll("[\\[\\]]", "");
    }

    /// The port, which follows from the scheme if it is not given.
    public int port() {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isEncrypted() ? HTTPS_PORT : HTTP_PORT;
    }

    /// Whether this is an address of this machine that no other reaches.
    public boolean isLoopback() {
        InetSocketAddress address = new InetSocketAddress(host(), port());
        return !address.isUnresolved() && address.getAddress().isLoopbackAddress();
    }

    /// The address to connect to.
    ///
    /// @throws BenchException if the name is not known
    InetSocketAddress address() {
        InetSocketAddress address = new InetSocketAddress(host(), port());
        if (address.isUnresolved()) {
            throw new BenchException("cannot reach " + uri + ": there is no host of that name");
        }
        return address;
    }

    /// This endpoint could not be reached, or no longer.
    public BenchException unreachable(Exception cause) {
        return new BenchException("cannot reach " + uri + ": " + cause.getMessage(), cause);
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
