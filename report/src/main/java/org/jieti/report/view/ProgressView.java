package org.jieti.report.view;

import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Coverage;
import org.jieti.report.words.Numbers;

/// How far an assessment is answered, as a whole and by domain.
///
/// @param domains in the order of the model
public record ProgressView(Part total, List<Part> domains) {
    public ProgressView {
        domains = List.copyOf(domains);
    }

    /// A whole or a domain.
    ///
    /// @param name empty for the whole
    /// @param width of the answered share in [0, 100], rounded down so that only a full bar is
    ///     full
    public record Part(String name, int answered, int applicable, String percent, int width) {
        private static Part of(String name, Coverage coverage) {
            return new Part(
                    name,
                    coverage.answered(),
                    coverage.applicable(),
                    Numbers.percent(coverage.answeredShare()),
                    (int) (100 * coverage.answeredShare()));
        }
    }

    /// The progress of an assessment.
    public static ProgressView of(Result result, Language language) {
        return new ProgressView(
                Part.of("", result.tree().coverage()),
                result.domains().stream().map(domain -> of(domain, language)).toList());
    }

    private static Part of(DomainResult domain, Language language) {
        return Part.of(domain.score().node().name().in(language), domain.score().coverage());
    }
}
