package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.words.Numbers;

/// How far a domain or an indicator is answered, with all that lies beneath; criteria are left
/// out.
///
/// @param depth 0 for a domain
/// @param level of a domain; none for others
/// @param answered how many of the applicable criteria are answered
/// @param width of the answered share in [0, 100], rounded down so that only a full bar is full
/// @param bearsCriteria whether it is a ladder, or another indicator that holds criteria
public record CoverageNode(
        String id,
        int depth,
        String name,
        LevelMark level,
        int answered,
        int applicable,
        int notApplicable,
        String percent,
        int width,
        boolean bearsCriteria,
        List<CoverageNode> children) {
    public CoverageNode {
        children = List.copyOf(children);
    }

    /// The domains of a result, in the order of the model.
    static List<CoverageNode> of(Subject subject) {
        Result result = subject.result();
        return result.domains().stream()
                .map(domain -> of(subject, domain.score(), 0, mark(subject, domain)))
                .toList();
    }

    private static LevelMark mark(Subject subject, DomainResult domain) {
        return subject.mark(domain.grade());
    }

    private static CoverageNode of(
            Subject subject, BranchScore branch, int depth, LevelMark level) {
        List<CoverageNode> children = new ArrayList<>();
        boolean bears = false;
        for (ScoreNode child : branch.children()) {
            if (child instanceof BranchScore inner) {
                children.add(of(subject, inner, depth + 1, LevelMark.NONE));
            } else {
                bears = true;
            }
        }
        Coverage coverage = branch.coverage();
        return new CoverageNode(
                branch.id().value(),
                depth,
                subject.words().name(branch.node()),
                level,
                coverage.answered(),
                coverage.applicable(),
                coverage.notApplicable(),
                Numbers.percent(coverage.answeredShare()),
                (int) (100 * coverage.answeredShare()),
                bears,
                children);
    }
}
