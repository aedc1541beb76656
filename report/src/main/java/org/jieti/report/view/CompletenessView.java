package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;

/// What an assessment still lacks before it can be handed on.
///
/// @param tree the domains with all beneath, criteria left out
/// @param open the criteria that nobody has answered and no higher rung has settled, in the order
///     of the model; those found not applicable, or without enough evidence, are answered
public record CompletenessView(List<CoverageNode> tree, List<Open> open) {
    public CompletenessView {
        tree = List.copyOf(tree);
        open = List.copyOf(open);
    }

    /// A criterion without an answer.
    ///
    /// @param indicator the id of the indicator beneath its domain
    /// @param gate the kind of gate that it is; empty for most
    public record Open(
            String id,
            String name,
            LevelMark level,
            String gate,
            String indicator,
            String indicatorName,
            String domain,
            String domainName) {}

    /// The view of a result.
    public static CompletenessView of(
            Result result, Map<NodeId, Guidance> guidance, Language language) {
        Subject subject = Subject.of(result, guidance, language);
        List<Open> open = new ArrayList<>();
        for (DomainResult domain : result.domains()) {
            for (ScoreNode child : domain.score().children()) {
                List<CriterionScore> criteria =
                        child instanceof BranchScore branch ? branch.criteria() : List.of();
                criteria.stream()
                        .filter(each -> each.state() == AnswerState.UNANSWERED)
                        .forEach(each -> open.add(open(subject, domain.domain(), child, each)));
            }
        }
        return new CompletenessView(CoverageNode.of(subject), open);
    }

    private static Open open(Subject subject, Node domain, ScoreNode indicator, CriterionScore of) {
        return new Open(
                of.id().value(),
                subject.words().name(of.criterion()),
                subject.mark(of.level()),
                subject.gate(of.criterion()),
                indicator.node().id().value(),
                subject.words().name(indicator.node()),
                domain.id().value(),
                subject.words().name(domain));
    }
}
