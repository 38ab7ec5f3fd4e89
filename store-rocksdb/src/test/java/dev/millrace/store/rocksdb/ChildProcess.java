package dev.millrace.store.rocksdb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A second Java process with the class path of this one.
final class ChildProcess {

    private ChildProcess() {}

    /// Runs the main method of `program` and returns its exit code.
    static int run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        ProcessBuilder builder =
                new ProcessBuilder(
                        java.toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        // The library that RocksDB unpacks stays there when the program halts.
                        "-Djava.io.tmpdir=" + Path.of("target").toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName());
        builder.command().addAll(List.of(arguments));
        return builder.inheritIO().start().waitFor();
    }
}
