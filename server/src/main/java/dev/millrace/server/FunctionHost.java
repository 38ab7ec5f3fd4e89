package dev.millrace.server;

import dev.millrace.server.config.ServerOptions;
import dev.millrace.triggers.function.log.FunctionLogs;
import dev.millrace.triggers.function.process.InstalledPrograms;
import dev.millrace.triggers.function.process.LocalRuntimes;
import dev.millrace.triggers.function.process.ProcMemory;
import dev.millrace.triggers.function.process.ProcessLauncher;
import dev.millrace.triggers.function.process.ProcessStarter;
import dev.millrace.triggers.function.process.ProcessSurroundings;
import dev.millrace.triggers.function.process.RuntimePaths;
import dev.millrace.triggers.function.role.RoleCredentials;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/// What this machine and this process offer to functions: a directory, programs, a clock, chance.
///
/// @param directory where functions have their files
/// @param isTemporary whether the directory goes when the server ends
/// @param endpoint where functions reach the tables
record FunctionHost(
        ServerOptions options,
        Path directory,
        boolean isTemporary,
        URI endpoint,
        RoleCredentials credentials,
        ThreadFactory threads,
        BiConsumer<String, Throwable> failures) {
    private static final System.Logger LOGGER = System.getLogger(FunctionHost.class.getName());

    // One class of each jar that AWS's client for Java consists of.
    private static final List<String> JAVA_CLIENT =
            List.of(
                    "com/amazonaws/services/lambda/runtime/api/client/AWSLambda.class",
                    "com/amazonaws/services/lambda/runtime/Context.class",
                    "com/amazonaws/services/lambda/runtime/serialization/PojoSerializer.class",
                    "software/amazon/awssdk/utilslite/SdkInternalThreadLocal.class");

    /// Makes the directory ready.
    static FunctionHost open(ServerOptions options, URI endpoint) {
        try {
            Path data = options.data();
            Path directory =
                    data == null
                            ? Files.createTempDirectory("millrace-functions")
                            : Files.createDirectories(data.resolve("functions"));
            for (String program : List.of("node.mjs", "python.py")) {
                extract(program, Files.createDirectories(directory.resolve("runtime")));
            }
            return new FunctionHost(
                    options,
                    directory,
                    data == null,
                    endpoint,
                    new RoleCredentials(new SecureRandom()),
                    Thread.ofVirtual().name("function-", 0).factory(),
                    (what, cause) -> LOGGER.log(Level.ERROR, what, cause));
        } catch (IOException e) {
            throw new StartupException("the directory of functions cannot be made", e);
        }
    }

    /// What processes of functions need.
    ProcessSurroundings processes(FunctionLogs logs) {
        return new ProcessSurroundings(
                EngineTriggers.names(options),
                endpoint,
                ProcessStarter.OF_SYSTEM,
                new ProcMemory(Path.of("/proc")),
                credentials,
                logs,
                directory.resolve("running"),
                directory.resolve("runtime"),
                System.getenv(),
                InstantSource.system(),
                System::nanoTime,
                new SecureRandom(),
                threads,
                failures);
    }

    /// The languages that are installed here.
    LocalRuntimes runtimes() {
        Path runtime = directory.resolve("runtime");
        Path nodeClient = options.triggers().runs().nodeClient();
        return new LocalRuntimes(
                new InstalledPrograms(ProcessStarter.OF_SYSTEM, System.getenv()),
                new RuntimePaths(
                        runtime.resolve("node.mjs"),
                        nodeClient == null ? runtime : nodeClient,
                        runtime.resolve("python.py"),
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        Integer.toString(Runtime.version().feature()),
                        javaClient()));
    }

    /// Removes the directory if it is to go.
    void close() {
        if (!isTemporary) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            failures.accept("files of functions were left behind", e);
        }
    }

    private static List<Path> javaClient() {
        List<Path> jars =
                JAVA_CLIENT.stream().map(FunctionHost::jar).filter(Objects::nonNull).toList();
        return jars.size() == JAVA_CLIENT.size() ? jars : List.of();
    }

    private static @Nullable Path jar(String classFile) {
        URL url = FunctionHost.class.getClassLoader().getResource(classFile);
        try {
            URLConnection connection = url == null ? null : url.openConnection();
            return connection instanceof JarURLConnection jar
                    ? Path.of(jar.getJarFileURL().toURI())
                    : null;
        } catch (IOException | URISyntaxException e) {
            throw new StartupException("the jars of AWS's client for Java cannot be found", e);
        }
    }

    private static void extract(String program, Path runtime) throws IOException {
        try (InputStream content = ProcessLauncher.class.getResourceAsStream(program)) {
            Files.copy(
                    Objects.requireNonNull(content, "a bootstrap program is missing"),
                    runtime.resolve(program),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
