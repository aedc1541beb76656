package org.jieti.report.batch;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelRange;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Score;
import org.jspecify.annotations.Nullable;

/// What a list of units shows of one result. It is kept in place of the result, whose derivation
/// is a thousand times larger.
///
/// @param attained null in a model that gives no level to the whole, and while nothing is answered
/// @param possible null in a model that gives no level to the whole
/// @param total in [0, 100]; null while nothing is answered, and in a model whose result is a
///     profile
/// @param coverage the share of the applicable points that is answered, in [0, 1]
/// @param domains in the order of the model
public record UnitRow(
        Unit unit,
        @Nullable Attained attained,
        @Nullable LevelRange possible,
        @Nullable Double total,
        double coverage,
        List<DomainFigures> domains) {
    public UnitRow {
        domains = List.copyOf(domains);
    }

    /// Score and level of one domain.
    ///
    /// @param score in [0, 100]; null while nothing is answered, and where nothing is applicable
    /// @param attained null likewise, and in a model without levels
    public record DomainFigures(@Nullable Double score, @Nullable Attained attained) {}

    public static UnitRow of(Result result) {
        List<DomainFigures> domains = new ArrayList<>();
        for (DomainResult domain : result.domains()) {
            domains.add(new DomainFigures(now(domain.score().score()), attained(domain.grade())));
        }
        Grade overall = result.overall();
        return new UnitRow(
                result.assessment().unit(),
                attained(overall),
                overall == null ? null : overall.possible(),
                now(result.tree().total()),
                result.tree().coverage().answeredShare(),
                domains);
    }

    private static @Nullable Double now(@Nullable Score score) {
        return score == null ? null : score.now();
    }

    private static @Nullable Attained attained(@Nullable Grade grade) {
        return grade == null ? null : grade.attained();
    }
}
