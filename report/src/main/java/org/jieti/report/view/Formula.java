package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// The formula with the numbers of this unit: the total from the domains, and each domain from its
/// indicators.
///
/// @param tiers how many tiers of weighted indicators every domain has; 0 where they differ
/// @param total null where the result is the profile of its domains
public record Formula(int tiers, @Nullable Line total, List<Line> domains) {

    /// One weighted sum.
    public record Line(String name, List<Term> terms, String sum) {
        public Line {
            terms = List.copyOf(terms);
        }
    }

    /// One part of a weighted sum.
    public record Term(String name, String weight, String score) {}

    public Formula {
        domains = List.copyOf(domains);
    }

    static Formula of(Subject subject) {
        List<Line> domains = new ArrayList<>();
        List<ScoreNode> all = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            all.add(domain.score());
            if (!domain.score().isExcluded()) {
                domains.add(
                        new Line(
                                subject.words().name(domain.domain()),
                                terms(subject, domain.score().children()),
                                Heading.score(domain.score().score())));
            }
        }
        return new Formula(
                Math.max(0, nesting(all) - 2),
                subject.hasTotal()
                        ? new Line(
                                subject.words().say("overall.name"),
                                terms(subject, all),
                                Heading.score(subject.result().tree().total()))
                        : null,
                domains);
    }

    /// How many tiers lie beneath, the criteria and these nodes included; −1 where they differ.
    private static int nesting(List<ScoreNode> nodes) {
        int tiers = -1;
        for (ScoreNode node : nodes) {
            int each =
                    switch (node) {
                        case CriterionScore _ -> 0;
                        case BranchScore branch -> nesting(branch.children());
                    };
            if (each < 0 || (tiers >= 0 && each + 1 != tiers)) {
                return -1;
            }
            tiers = each + 1;
        }
        return tiers;
    }

    private static List<Term> terms(Subject subject, List<ScoreNode> nodes) {
        List<Term> terms = new ArrayList<>();
        for (ScoreNode node : nodes) {
            if (node instanceof BranchScore branch && !branch.isExcluded()) {
                terms.add(
                        new Term(
                                subject.words().name(branch.node()),
                                Numbers.weight(branch.appliedWeight()),
                                Numbers.score(branch.earned())));
            }
        }
        return terms;
    }
}
