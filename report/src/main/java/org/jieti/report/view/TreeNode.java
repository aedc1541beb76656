package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Node;
import org.jieti.core.model.Standing;
import org.jieti.core.model.StartState;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A domain, indicator or ladder of the derivation, with all that lies beneath.
///
/// @param depth 0 for a domain
/// @param alsoCalled the other name that the source uses; empty for most
/// @param asks what it is about
/// @param standing null for a domain
/// @param exclusion why it takes no part; empty where it does
/// @param start the state from which a ladder starts; empty for most
public record TreeNode(
        String id,
        int depth,
        String name,
        String alsoCalled,
        String asks,
        LevelMark level,
        @Nullable Badge standing,
        String exclusion,
        String weight,
        String appliedWeight,
        String effectiveWeight,
        String score,
        String coverage,
        String contributionToDomain,
        String contribution,
        String start,
        String startSource,
        List<TreeNode> children,
        List<CriterionRow> criteria) {
    public TreeNode {
        children = List.copyOf(children);
        criteria = List.copyOf(criteria);
    }

    static List<TreeNode> of(Subject subject) {
        return subject.result().tree().domains().stream()
                .map(domain -> of(subject, domain, 0))
                .toList();
    }

    private static TreeNode of(Subject subject, BranchScore branch, int depth) {
        Words words = subject.words();
        List<TreeNode> children = new ArrayList<>();
        List<CriterionRow> criteria = new ArrayList<>();
        for (ScoreNode child : branch.children()) {
            switch (child) {
                case BranchScore inner -> children.add(of(subject, inner, depth + 1));
                case CriterionScore criterion -> criteria.add(CriterionRow.of(subject, criterion));
            }
        }
        Node node = branch.node();
        StartState start = node instanceof Indicator indicator ? indicator.start() : null;
        DomainResult domainResult = depth == 0 ? subject.result().domain(branch.id()) : null;
        return new TreeNode(
                branch.id().value(),
                depth,
                words.name(node),
                node instanceof Domain domain && domain.alsoCalled() != null
                        ? words.say("tree.also-called", words.text(domain.alsoCalled()))
                        : "",
                switch (node) {
                    case Domain domain -> words.text(domain.covers());
                    case Indicator indicator -> words.text(indicator.asks());
                    case Criterion criterion -> words.name(criterion);
                },
                domainResult == null ? LevelMark.NONE : subject.mark(domainResult.grade()),
                node instanceof Indicator indicator ? Badge.of(words, indicator.standing()) : null,
                branch.exclusion() == null ? "" : words.exclusion(branch.exclusion()),
                Numbers.weight(branch.weight()),
                Numbers.weight(branch.appliedWeight()),
                Numbers.weight(branch.effectiveWeight()),
                branch.score() == null || branch.score().now() == null
                        ? words.code(0)
                        : Numbers.points(branch.score().now()),
                Numbers.percent(branch.coverage().answeredShare()),
                Numbers.points(branch.contributionToDomain()),
                Numbers.points(branch.contribution()),
                start == null ? "" : words.text(start.text()),
                start == null ? "" : CriterionRow.clauses(words, start.source()),
                children,
                criteria);
    }

    /// The standing of a statement, with what it means.
    ///
    /// @param isOurs whether the source does not carry it in these words at this place
    public record Badge(String name, String meaning, boolean isOurs) {
        static Badge of(Words words, Standing standing) {
            return new Badge(
                    words.standing(standing),
                    words.meaning(standing),
                    switch (standing) {
                        case STATED, JOINED -> false;
                        case RESTORED, FIGURE, PROVISIONAL, EDITORIAL -> true;
                    });
        }
    }
}
