package dev.millrace.conformance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names that say nothing.
class ClassNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Manager",
                "Helper",
                "Util",
                "Utils",
                "Impl",
                "Processor",
                "Base",
                "Common",
                "Info",
                "Data"
            })
    void noClassHasANameThatEndsIn(String word) {
        noClasses().should().haveSimpleNameEndingWith(word).check(Production.CLASSES);
    }
}
