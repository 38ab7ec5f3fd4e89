package dev.millrace.triggers.function.process;

import dev.millrace.triggers.function.ErrorPayload;
import dev.millrace.triggers.function.instance.FunctionPlan;
import dev.millrace.triggers.function.instance.Instance;
import dev.millrace.triggers.function.log.InstanceLog;
import dev.millrace.triggers.function.role.RoleSession;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Starts functions in processes. Safe for many threads.
public final class ProcessLauncher {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    private final ProcessSurroundings surroundings;
    private final RunningNotes notes;

    /// A launcher that first ends what an earlier server left running.
    public ProcessLauncher(ProcessSurroundings surroundings) {
        this.surroundings = surroundings;
        this.notes = new RunningNotes(surroundings.workDirectory());
        notes.endAll();
    }

    /// Starts a copy of a function. A program that cannot be started is told by the first
    /// invocation, as on Lambda.
    public Instance launch(FunctionPlan plan, ProcessCode code) {
        RuntimeSession session =
                new RuntimeSession(plan.timeout(), surroundings.clock(), surroundings.nanoTime());
        String copy = surroundings.newName();
        InstanceLog log =
                new InstanceLog(surroundings.logs().of(plan.name()), copy, plan.memoryMegabytes());
        try {
            LaunchedProcess launched = launch(plan, code, session, log);
            ProcessInstance instance =
                    new ProcessInstance(plan, surroundings, log, session, launched);
            endWithProcess(instance, session, launched);
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException("a function's process cannot be set up", e);
        }
    }

    private LaunchedProcess launch(
            FunctionPlan plan, ProcessCode code, RuntimeSession session, InstanceLog log)
            throws IOException {
        Path temporary =
                Files.createDirectory(surroundings.workDirectory().resolve(log.copy() + ".tmp"));
        RoleSession role = surroundings.credentials().issue(plan.role(), plan.name());
        RuntimeServer server = RuntimeServer.open(session, surroundings.threads());
        String stream =
                DAY.format(surroundings.clock().instant())
                        + "/["
                        + FunctionPlan.VERSION
                        + "]"
                        + log.copy();
        var environment =
                ProcessEnvironment.of(
                        plan, code, server.address(), stream, temporary, role, surroundings);
        try {
            Process process =
                    surroundings.starter().start(code.command(), environment, code.taskRoot());
            prepare(process, log.copy());
            OutputPump output =
                    OutputPump.start(process.getInputStream(), log, surroundings.threads());
            return new LaunchedProcess(
                    log.copy(), server, role, temporary, process, output, notes, surroundings);
        } catch (IOException e) {
            log.line("The process cannot be started: " + e.getMessage());
            session.end(id ->
                    ErrorPayload.failure(
                            "Runtime.InvalidEntrypoint",
                            "RequestId: " + id + " Error: " + e.getMessage()));
            return new LaunchedProcess(
                    log.copy(), server, role, temporary, null, null, notes, surroundings);
        }
    }

    // A process that cannot be noted is not left running.
    private void prepare(Process process, String copy) throws IOException {
        try {
            process.getOutputStream().close();
            notes.write(copy, process.toHandle());
        } catch (IOException e) {
            ProcessTree.end(process.toHandle());
            throw e;
        }
    }

    private static void endWithProcess(
            Instance instance, RuntimeSession session, LaunchedProcess launched) {
        Process process = launched.process();
        if (process != null) {
            var _ =
                    process.onExit()
                            .thenAccept(ended -> {
                                session.end(id -> LaunchedProcess.exited(id, ended.exitValue()));
                                instance.close();
                            });
        }
    }
}
