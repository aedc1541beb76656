package org.jieti.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalProgress;
import org.jieti.cli.text.PopulationText;
import org.jieti.core.population.PopulationResult;
import org.jieti.core.population.PopulationScoring;
import org.jieti.report.html.OverviewHtml;
import org.jieti.report.json.PopulationJson;
import org.jieti.report.overview.PopulationOverview;
import org.jieti.report.population.PopulationCsv;

/// Scores a population by an index model, and writes the result in any of its forms.
final class PopulationFaces {
    private PopulationFaces() {}

    /// The forms in which the result comes out, named as on the command line.
    enum Format {
        text,
        json,
        ndjson,
        csv,
        html
    }

    static int score(
            Session session,
            String model,
            Path file,
            TextEncoding encoding,
            Format format,
            OutputOptions output) {
        Progress progress =
                TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE;
        return session.use(
                session.catalog().indexModelNamed(model),
                index -> {
                    var population = session.catalog().population(file, encoding, index, progress);
                    progress.end();
                    return session.use(
                            population,
                            sound -> {
                                PopulationResult result = PopulationScoring.score(index, sound);
                                return Outlet.deliver(
                                        session,
                                        output,
                                        out -> write(session, result, format, out));
                            });
                });
    }

    private static void write(Session session, PopulationResult result, Format format, Writer out) {
        switch (format) {
            case text -> text(PopulationText.render(session, result), out);
            case json -> text(PopulationJson.render(result), out);
            case ndjson -> PopulationJson.writeLines(result, out);
            case csv -> PopulationCsv.write(result, session.language(), out);
            case html ->
                    new OverviewHtml()
                            .write(PopulationOverview.of(result, session.language()), out);
        }
    }

    private static void text(String text, Writer out) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
