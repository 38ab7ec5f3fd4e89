package dev.millrace.conformance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static dev.millrace.conformance.house.Production.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Who may use whom.
class ImportRulesTest {
    // The second pattern is where primitive types and arrays of them are.
    private static final List<String> PLATFORM =
            List.of("java..", "javax.crypto..", "", "org.jspecify.annotations");

    // A module of its own, though its package is below that of the store.
    private static final String ON_DISK = within("store.rocksdb");

    private static final List<String> ENGINE_ORDER =
            List.of(
                    "schedule",
                    "keyspace",
                    "backfill",
                    "catalog",
                    "stream",
                    "item",
                    "history",
                    "outbox",
                    "index",
                    "token",
                    "document",
                    "verify",
                    "commit",
                    "shard",
                    "query",
                    "statement",
                    "expiry",
                    "throttle",
                    "insight",
                    "recovery",
                    "operation",
                    "global");

    /// A module or package, and what it may use besides itself and the platform.
    record Layer(String name, List<String> uses) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Layer> modules() {
        return Stream.of(
                layer("model"),
                layer("expression", within("model")),
                layer("store"),
                layer("store.rocksdb", within("store"), "org.rocksdb..", "com.sun.management"),
                layer("engine", within("model"), within("expression"), within("store")),
                layer("wire", within("model"), "com.fasterxml.jackson.core.."),
                layer(
                        "triggers",
                        within("model"),
                        within("wire"),
                        within("engine.operation"),
                        "com.fasterxml.jackson.core..",
                        "com.sun.net.httpserver..",
                        "com.amazonaws.services.lambda.runtime..",
                        "software.amazon.event.ruler.."),
                layer(
                        "transfer",
                        within("model"),
                        within("wire"),
                        within("engine.operation"),
                        "com.amazon.ion..",
                        "io.airlift.compress.v3.."),
                layer(
                        "server",
                        within("model"),
                        within("store"),
                        within("engine"),
                        within("wire"),
                        within("triggers"),
                        within("transfer"),
                        "com.sun.management",
                        "io.helidon.."),
                layer("control", within("wire")),
                layer(
                        "cli",
                        within("server"),
                        within("control"),
                        within("store"),
                        "picocli..",
                        "software.amazon.awssdk.."),
                // Knows a server only as a client does.
                layer(
                        "bench",
                        "dev.millrace.cli",
                        "picocli..",
                        "org.HdrHistogram",
                        "javax.net.ssl",
                        "com.sun.management"),
                layer("testkit", within("model"), within("store")));
    }

    static Stream<Layer> enginePackages() {
        return IntStream.range(0, ENGINE_ORDER.size()).mapToObj(ImportRulesTest::enginePackage);
    }

    @ParameterizedTest
    @MethodSource("modules")
    void moduleUsesOnlyTheModulesBelowIt(Layer module) {
        check(module);
    }

    @ParameterizedTest
    @MethodSource("enginePackages")
    void enginePackageUsesOnlyThePackagesBeforeIt(Layer enginePackage) {
        check(enginePackage);
    }

    @Test
    void storeOnDiskIsFoundByNameOnly() {
        classes()
                .that()
                .resideInAPackage(ON_DISK)
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage(ON_DISK)
                .check(Production.CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.millrace.(**)").should().beFreeOfCycles().check(Production.CLASSES);
    }

    private static void check(Layer layer) {
        classes()
                .that()
                .resideInAPackage(within(layer.name()))
                .and()
                .resideOutsideOfPackage(layer.name().equals("store") ? ON_DISK : "")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed(layer))
                .check(Production.CLASSES);
    }

    private static String[] allowed(Layer layer) {
        List<String> allowed = new ArrayList<>(PLATFORM);
        allowed.add(within(layer.name()));
        allowed.addAll(layer.uses());
        return allowed.toArray(new String[0]);
    }

    private static Layer layer(String name, String... uses) {
        return new Layer(name, List.of(uses));
    }

    private static Layer enginePackage(int place) {
        List<String> uses = new ArrayList<>();
        uses.add(within("model"));
        uses.add(within("expression"));
        uses.add(within("store"));
        ENGINE_ORDER.subList(0, place).forEach(earlier -> uses.add(within("engine." + earlier)));
        return new Layer("engine." + ENGINE_ORDER.get(place), uses);
    }
}
