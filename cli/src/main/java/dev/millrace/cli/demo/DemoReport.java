package dev.millrace.cli.demo;

import java.util.ArrayList;
import java.util.List;

/// The figures of a demo and its verdict.
///
/// @param written what was written
/// @param readBack what was read from the stream
/// @param items how many items the table has
/// @param files how many files the tree at HEAD has
/// @param differences how many things are not as they should be
/// @param shown the first few of those in words
record DemoReport(
        Written written,
        ReadBack readBack,
        int items,
        int files,
        long differences,
        List<String> shown) {

    DemoReport {
        shown = List.copyOf(shown);
    }

    /// Whether everything is as it should be.
    boolean isGood() {
        return differences == 0;
    }

    /// The report, to be printed line by line.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("commits      " + Figures.grouped(written.commits()));
        lines.add("changes      " + changes(written.changes()));
        lines.add("records      " + records());
        lines.add("rate         " + rates());
        lines.add("verdict      " + verdict());
        shown.forEach(difference -> lines.add("             " + difference));
        return lines;
    }

    private static String changes(ChangeCounts changes) {
        return Figures.grouped(changes.total())
                + " (puts "
                + Figures.grouped(changes.puts())
                + ", updates "
                + Figures.grouped(changes.updates())
                + ", deletes "
                + Figures.grouped(changes.deletes())
                + ")";
    }

    private String records() {
        return Figures.grouped(readBack.records())
                + " read from "
                + Figures.counted(readBack.shards(), "shard");
    }

    private String rates() {
        return Figures.rate(written.changes().total(), "changes", written.duration())
                + " written, "
                + Figures.rate(readBack.records(), "records", readBack.duration())
                + " read";
    }

    private String verdict() {
        return isGood()
                ? "the replayed stream equals the table ("
                        + Figures.counted(items, "item")
                        + ") and the tree at HEAD ("
                        + Figures.counted(files, "file")
                        + ")"
                : "NOT EQUAL: " + Figures.counted(differences, "difference") + first();
    }

    private String first() {
        return shown.size() < differences
                ? "; the first " + Figures.grouped(shown.size()) + ":"
                : ":";
    }
}
