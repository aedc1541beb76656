package org.jieti.cli.command;

import java.nio.file.Path;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.Session;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import picocli.CommandLine.Model.OptionSpec;

/// By which weights and which grading an assessment is scored.
record ScoringOptions(OptionSpec weights, OptionSpec preset) {
    ScoringOptions() {
        this(
                Arguments.option("--weights", "ID|FILE", String.class),
                Arguments.option("--preset", "ID", String.class));
    }

    /// Scores a file and uses the result, or prints what is wrong with the file.
    int score(Session session, Path file, Session.Use<Result> use) {
        Parsed<ScoringInput> input =
                session.catalog()
                        .scoringInput(
                                file,
                                Arguments.optional(weights, String.class),
                                Arguments.optional(preset, String.class));
        return session.use(input, sound -> use.with(Scoring.score(sound)));
    }
}
