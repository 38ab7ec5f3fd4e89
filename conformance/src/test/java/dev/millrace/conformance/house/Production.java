package dev.millrace.conformance.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/// The compiled classes of every module but this one.
final class Production {
    static final String ROOT = "dev.millrace.";

    /// All of them, read once.
    static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .importPackages(
                            named("model"),
                            named("expression"),
                            named("store"),
                            named("engine"),
                            named("wire"),
                            named("triggers"),
                            named("transfer"),
                            named("server"),
                            named("control"),
                            named("cli"),
                            named("bench"),
                            named("testkit"));

    private Production() {}

    /// The package of a module or a part of one.
    static String named(String name) {
        return ROOT + name;
    }

    /// The pattern for a package and all below it.
    static String within(String name) {
        return ROOT + name + "..";
    }
}
