package dev.millrace.cli.demo.git;

import java.util.List;

/// A commit, seen from its first parent.
///
/// @param id the id in hexadecimal digits
/// @param authorTime seconds since 1970; 0 if the commit holds none that can be read
/// @param changes what differs from the first parent, in the order of git; at most one for a path
public record GitCommit(String id, long authorTime, List<GitChange> changes) {

    public GitCommit {
        changes = List.copyOf(changes);
    }
}
