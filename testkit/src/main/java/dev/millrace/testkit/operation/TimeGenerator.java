package dev.millrace.testkit.operation;

import dev.millrace.model.value.AttributeValue;
import dev.millrace.model.value.Decimal;

import java.time.Duration;
import java.time.Instant;

/// Makes moments at which items expire, and those to which time passes. They lie far enough apart
/// for the seconds that a system's clock goes by itself not to matter.
final class TimeGenerator {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final String ATTRIBUTE = "expires";

    private static final Duration STEP = Duration.ofMinutes(20);
    private static final Duration HALF_STEP = STEP.dividedBy(2);
    private static final Duration TOO_OLD = Duration.ofDays(6 * 366);

    private final Chance chance;
    private int steps;

    TimeGenerator(Chance chance) {
        this.chance = chance;
    }

    /// The value of an attribute that says when its item expires, some of which say nothing.
    AttributeValue expiry() {
        Instant moment = START.plus(STEP.multipliedBy(steps + chance.below(8) - 3L));
        long second = moment.plus(HALF_STEP).getEpochSecond();
        return switch (chance.below(20)) {
            case 0 -> new AttributeValue.S(Long.toString(second));
            case 1 -> new AttributeValue.N(Decimal.of(second - TOO_OLD.toSeconds()));
            case 2 -> new AttributeValue.N(Decimal.of(-1));
            case 3 -> new AttributeValue.N(Decimal.parse(second + ".5"));
            default -> new AttributeValue.N(Decimal.of(second));
        };
    }

    /// Lets time pass, ever further.
    DatabaseOperation pass() {
        steps += 1 + chance.below(2);
        return new DatabaseOperation.PassUntil(START.plus(STEP.multipliedBy(steps)));
    }

    /// Switches time to live on or off, for the usual attribute or another.
    DatabaseOperation switching(TableShape table) {
        return new DatabaseOperation.SwitchTimeToLive(
                table.name(), chance.percent(75), chance.percent(90) ? ATTRIBUTE : "n1");
    }
}
