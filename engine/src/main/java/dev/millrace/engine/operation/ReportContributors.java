package dev.millrace.engine.operation;

import dev.millrace.engine.catalog.Table;
import dev.millrace.engine.insight.Contributor;
import dev.millrace.engine.insight.ContributorReport;
import dev.millrace.engine.insight.Contributors;
import dev.millrace.model.error.ApiException;
import dev.millrace.model.insight.InsightsRule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/// Tells which keys contributed most to what a rule of contributor insights counts, which AWS tells
/// through CloudWatch.
public final class ReportContributors
        implements Operation<ReportContributors.Request, ReportContributors.Response> {
    /// For how many minutes at most.
    public static final int MINUTES_MAX = Contributors.MINUTES_MAX;

    /// How many keys at most, AWS's limit.
    public static final int CONTRIBUTORS_MAX = 25;

    private final TableAccess access;
    private final Contributors contributors;

    public ReportContributors(TableAccess access, Contributors contributors) {
        this.access = access;
        this.contributors = contributors;
    }

    /// What is asked.
    ///
    /// @param indexName null for the table itself
    /// @param minutes the last ones, with the one that runs; from 1 to [#MINUTES_MAX]
    /// @param most from 1 to [#CONTRIBUTORS_MAX]
    public record Request(
            String tableName,
            @Nullable String indexName,
            InsightsRule rule,
            int minutes,
            int most) {}

    /// A key and what it contributed: units of throughput, or throttled requests.
    ///
    /// @param value at least what it contributed less `tooLow`, at most that and `tooHigh`
    public record Share(List<String> keys, double value, double tooHigh, double tooLow) {}

    /// What was found.
    ///
    /// @param shares the greatest first
    /// @param total what all keys contributed together
    /// @param unlistedMax what a key that is not listed contributed at most, if the list is not
    ///   full
    public record Response(List<Share> shares, double total, double unlistedMax) {}

    @Override
    public Response execute(Request request) {
        Table table =
                InsightsAccess.require(
                        access.catalog().state(), request.tableName(), request.indexName());
        ContributorReport report =
                contributors
                        .report(
                                table,
                                request.indexName(),
                                request.rule(),
                                request.minutes(),
                                request.most())
                        .orElseThrow(() ->
                                ApiException.resourceNotFound(
                                        "Contributor insights have no rule "
                                                + request.rule()
                                                + " here"));
        return new Response(
                report.contributors().stream().map(ReportContributors::share).toList(),
                units(report.total()),
                units(report.unlistedMax()));
    }

    private static Share share(Contributor one) {
        return new Share(one.key(), units(one.count()), units(one.tooHigh()), units(one.tooLow()));
    }

    private static double units(long thousandths) {
        return (double) thousandths / Contributors.THOUSANDTHS;
    }
}
