package dev.millrace.triggers.function.jar;

import java.net.URL;
import java.net.URLClassLoader;

/// Loads a handler and all that is in its jars. Of the server's own classes it sees none but the
/// interfaces by which the two talk, so that the jar may bring any version of any library.
final class HandlerClassLoader extends URLClassLoader {
    private static final String SHARED = "com.amazonaws.services.lambda.runtime.";

    private final ClassLoader server;

    /// @param server what loaded the interfaces for the server
    HandlerClassLoader(URL[] jars, ClassLoader server) {
        super(jars, ClassLoader.getPlatformClassLoader());
        this.server = server;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? server.loadClass(name) : super.loadClass(name, resolve);
    }

    // The interfaces themselves and those of logging, but neither events nor serialisation.
    private static boolean isShared(String name) {
        if (!name.startsWith(SHARED)) {
            return false;
        }
        String rest = name.substring(SHARED.length());
        return rest.indexOf('.') < 0 || rest.startsWith("logging.");
    }
}
