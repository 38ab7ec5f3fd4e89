package dev.millrace.wire.shape;

/// What was read of a request and may hold a value that lies so deep in maps and lists that AWS
/// checks the request by its older rules.
public interface Deep {
    /// The least depth of which that is so: 63 maps or lists around a value (public captures, 9
    /// October 2026; the exact depth was not told, "about 62").
    int LEVELS = 63;

    /// Whether it holds such a value.
    boolean isDeep();
}
