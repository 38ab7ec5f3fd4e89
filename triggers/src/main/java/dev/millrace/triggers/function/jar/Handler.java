package dev.millrace.triggers.function.jar;

import com.amazonaws.services.lambda.runtime.Context;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// A handler that takes JSON and gives JSON, whatever it is made of.
@FunctionalInterface
interface Handler {
    /// Handles one event. Throws whatever the handler does.
    void handle(InputStream event, OutputStream answer, Context context) throws IOException;
}
