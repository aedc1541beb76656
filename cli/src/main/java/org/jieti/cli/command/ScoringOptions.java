package org.jieti.cli.command;

import java.nio.file.Path;
import org.jieti.catalog.ScoringInput;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.Session;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By which weights and which grading an assessment is scored.
final class ScoringOptions {
    @Option(names = "--weights", paramLabel = "ID|FILE")
    private @Nullable String weights;

    @Option(names = "--preset", paramLabel = "ID")
    private @Nullable String preset;

    /// Scores a file and uses the result, or prints what is wrong with the file.
    int score(Session session, Path file, Session.Use<Result> use) {
        Parsed<ScoringInput> input = session.catalog().scoringInput(file, weights, preset);
        return session.use(
                input,
                sound ->
                        use.with(
                                Scoring.score(
                                        sound.model(),
                                        sound.weights(),
                                        sound.preset(),
                                        sound.assessment())));
    }
}
