package org.jieti.server.assessments.web;

import java.util.List;
import org.jieti.report.view.CoverageNode;
import org.jieti.report.view.LadderSheet;
import org.jieti.report.view.LevelMark;
import org.jieti.report.view.LiveView;
import org.jieti.server.assessments.CaseHead;
import org.jspecify.annotations.Nullable;

/// The page on which a unit answers, at one node.
///
/// @param node the indicator that is open
/// @param asked who is asked to answer it, with the day; empty where nobody is
/// @param closed why nothing can be saved, a message; null where something can
record AnsweringPage(
        CaseHead head,
        Place node,
        @Nullable Place before,
        @Nullable Place after,
        List<Branch> tree,
        List<Ladder> ladders,
        LiveView live,
        List<Asked> asked,
        @Nullable String closed) {
    AnsweringPage {
        tree = List.copyOf(tree);
        ladders = List.copyOf(ladders);
        asked = List.copyOf(asked);
    }

    /// An indicator of a domain.
    record Place(String id, String name, String domain, String domainName) {}

    /// A domain of the tree.
    ///
    /// @param start the indicator that its link opens
    record Branch(CoverageNode node, String start, boolean isOpen, List<Twig> twigs) {}

    /// An indicator of the tree.
    ///
    /// @param isMine whether whoever reads is asked to answer it
    record Twig(CoverageNode node, boolean isCurrent, boolean isMine) {}

    /// Somebody who is asked to answer.
    record Asked(String name, String dueOn, String note, boolean isMe) {}

    /// One ladder.
    ///
    /// @param offered how many answers the round before offers here that can be confirmed
    record Ladder(LadderSheet sheet, List<Rung> rungs, int offered) {
        Ladder {
            rungs = List.copyOf(rungs);
        }

        public List<Card> cards() {
            return rungs.stream().flatMap(rung -> rung.cards().stream()).toList();
        }
    }

    record Rung(LevelMark level, List<Card> cards) {
        Rung {
            cards = List.copyOf(cards);
        }
    }
}
