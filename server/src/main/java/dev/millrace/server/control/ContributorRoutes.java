package dev.millrace.server.control;

import dev.millrace.engine.Engine;
import dev.millrace.engine.operation.ReportContributors;
import dev.millrace.model.insight.InsightsRule;
import dev.millrace.wire.JsonOutput;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// The figures of contributor insights, which AWS answers through CloudWatch's
/// GetInsightRuleReport.
record ContributorRoutes(Engine engine) {
    private static final String TABLE = "table";
    private static final String INDEX = "index";
    private static final String RULE = "rule";
    private static final String MINUTES = "minutes";
    private static final String MOST = "most";
    private static final int MINUTES_USUAL = 5;
    private static final int MOST_USUAL = 10;

    List<Route> routes() {
        return List.of(
                Route.get(
                        "/contributors", Set.of(TABLE, INDEX, RULE, MINUTES, MOST), this::report));
    }

    private void report(Members members, JsonOutput answer) {
        InsightsRule rule = rule(members.require(RULE));
        ReportContributors.Request request =
                new ReportContributors.Request(
                        members.require(TABLE),
                        members.text(INDEX),
                        rule,
                        members.numberOrElse(
                                MINUTES, MINUTES_USUAL, ReportContributors.MINUTES_MAX),
                        members.numberOrElse(
                                MOST, MOST_USUAL, ReportContributors.CONTRIBUTORS_MAX));
        ReportContributors.Response report =
                Streams.refusing(() -> engine.resources().reportContributors().execute(request));
        answer.text(RULE, rule.name());
        answer.text("metric", rule.isOfThrottled() ? "ThrottleCount" : "ConsumedThroughputUnits");
        answer.whole(MINUTES, request.minutes());
        answer.fraction("total", report.total());
        answer.fraction("unlistedMax", report.unlistedMax());
        answer.startArray("contributors");
        report.shares().forEach(share -> write(share, answer));
        answer.endArray();
    }

    private static void write(ReportContributors.Share share, JsonOutput answer) {
        answer.startObject();
        answer.startArray("keys");
        share.keys().forEach(answer::text);
        answer.endArray();
        answer.fraction("value", share.value());
        answer.fraction("tooHigh", share.tooHigh());
        answer.fraction("tooLow", share.tooLow());
        answer.endObject();
    }

    private static InsightsRule rule(String name) {
        return Arrays.stream(InsightsRule.values())
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.badRequest(
                                "'rule': '%s' is none of %s"
                                        .formatted(name, List.of(InsightsRule.values()))));
    }
}
