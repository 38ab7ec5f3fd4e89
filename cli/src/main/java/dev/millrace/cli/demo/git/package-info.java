/// The history of a git repository, read through the `git` executable.
///
/// {@link dev.millrace.cli.demo.git.GitRepository} opens a repository and fixes the commit that
/// HEAD names at that moment; {@link dev.millrace.cli.demo.git.GitHistory} tells what each commit
/// on the way there (first parents only, so a merge is one step) added, changed and deleted; {@link
/// dev.millrace.cli.demo.git.GitTree} is where that way ends; {@link
/// dev.millrace.cli.demo.git.GitBlobs} fetches contents from one long-lived `git cat-file`. Paths
/// are bytes, not text, as git has them. Whatever prevents reading is a {@link
/// dev.millrace.cli.demo.git.GitException} that says so in one sentence.
@NullMarked
package dev.millrace.cli.demo.git;

import org.jspecify.annotations.NullMarked;
