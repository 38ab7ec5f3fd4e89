package dev.millrace.server.control;

import dev.millrace.engine.schedule.Schedule;
import dev.millrace.server.clock.ManualClock;
import dev.millrace.wire.JsonOutput;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// What can be asked of the clock.
///
/// @param clock the one that the server goes by
/// @param schedule the work that is due at moments
record ClockRoutes(InstantSource clock, Schedule schedule) {
    /// The longest way that the clock goes in one call.
    static final Duration ADVANCE_MAX = Duration.ofDays(366);

    private static final String BY = "by";
    private static final String TO = "to";

    List<Route> routes() {
        return List.of(
                Route.get("/clock", Set.of(), (_, answer) -> write(answer)),
                Route.post("/clock/advance", Set.of(BY, TO), this::advance));
    }

    private void advance(Members members, JsonOutput answer) {
        if (!(clock instanceof ManualClock manual)) {
            throw Refusal.conflict(
                    "the server goes by the system's clock; start it with --clock manual");
        }
        schedule.advance(target(members), manual::set);
        write(answer);
    }

    private Instant target(Members members) {
        Duration by = members.duration(BY);
        Instant to = members.moment(TO);
        if ((by == null) == (to == null)) {
            throw Refusal.badRequest("give one of 'by' and 'to'");
        }
        Duration way = by == null ? Duration.between(clock.instant(), to) : by;
        if (way.isNegative()) {
            throw Refusal.badRequest("the clock never goes back; it stands at " + clock.instant());
        }
        if (way.compareTo(ADVANCE_MAX) > 0) {
            throw Refusal.badRequest("the clock goes at most 366 days in one call");
        }
        return clock.instant().plus(way);
    }

    private void write(JsonOutput answer) {
        answer.text("clock", clock instanceof ManualClock ? "manual" : "system");
        answer.text("now", clock.instant().toString());
    }
}
