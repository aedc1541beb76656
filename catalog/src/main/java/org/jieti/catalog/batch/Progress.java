package org.jieti.catalog.batch;

/// Hears how far a long task has come. Calls of [#advance] may come from several threads.
public interface Progress {
    /// What is counted.
    enum Stage {
        /// Bytes of a table or of lines of JSON.
        READING,
        /// Assessments that are checked.
        CHECKING,
        /// Units that are scored.
        SCORING
    }

    /// Nobody listens.
    Progress NONE =
            new Progress() {
                @Override
                public void start(Stage stage, long size) {}

                @Override
                public void advance(long by) {}

                @Override
                public void end() {}
            };

    /// A stage begins; the one before it is over.
    void start(Stage stage, long size);

    void advance(long by);

    /// The last stage is over.
    void end();
}
