package dev.millrace.store;

/// An unchanging view of a whole store, as of the moment it was made.
///
/// It holds back the space of everything it can see until it is closed, so it should live for one
/// request rather than for minutes. Cursors made from it stay usable after it is closed. Closing
/// twice does nothing.
public interface Snapshot extends Reader, AutoCloseable {

    @Override
    void close();
}
