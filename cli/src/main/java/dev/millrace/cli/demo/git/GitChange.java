package dev.millrace.cli.demo.git;

/// What one commit did to one path. A renamed file is a deletion and an addition.
public sealed interface GitChange {

    /// Where it was done.
    GitPath path();

    /// A path that was not there before.
    record Added(GitPath path, GitFile file) implements GitChange {}

    /// A path whose content, mode or both are others than before.
    record Changed(GitPath path, GitFile file) implements GitChange {}

    /// A path that is there no more.
    record Deleted(GitPath path) implements GitChange {}
}
