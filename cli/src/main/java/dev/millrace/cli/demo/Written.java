package dev.millrace.cli.demo;

import java.time.Duration;

/// What has been written.
///
/// @param commits how many commits
/// @param changes what they changed
/// @param duration how long it took
record Written(int commits, ChangeCounts changes, Duration duration) {}
