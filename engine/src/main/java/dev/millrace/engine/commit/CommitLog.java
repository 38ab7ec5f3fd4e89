package dev.millrace.engine.commit;

import java.util.List;

/// The ordered, durable log of commits.
public interface CommitLog {
    /// Makes the commits durable, in order and all together, and has them applied. When it returns,
    /// readers see them and no crash takes them back.
    ///
    /// @throws RuntimeException if that failed; whether the commits will be found after a restart
    ///   is then unknown, and nothing may be appended any more
    void append(List<Commit> commits);
}
