package dev.millrace.conformance.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.millrace.conformance.house.Production.within;

import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// Time, chance and threads come in through constructors: what cannot be simulated cannot be
/// trusted.
class ForbiddenCallsTest {
    @Test
    void nobodyAsksTheSystemForTheTime() {
        simulated()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(Production.CLASSES);
    }

    @Test
    void nobodyMakesUpRandomNumbers() {
        simulated()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .orShould()
                .callConstructor(Random.class)
                .orShould()
                .callConstructor(SecureRandom.class)
                .check(Production.CLASSES);
    }

    @Test
    void nobodyStartsThreads() {
        simulated()
                .should()
                .callConstructor(Thread.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, String.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .check(Production.CLASSES);
    }

    @Test
    void nobodySleeps() {
        simulated()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", long.class, int.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .check(Production.CLASSES);
    }

    private static GivenClassesConjunction simulated() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        within("model"),
                        within("expression"),
                        within("store"),
                        within("engine"),
                        within("wire"),
                        within("triggers"),
                        within("transfer"));
    }
}
