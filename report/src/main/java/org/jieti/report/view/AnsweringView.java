package org.jieti.report.view;

import java.util.List;
import java.util.Map;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;

/// A result as the page shows it on which answers are given: the tree with its coverage, the
/// ladders of the node that is open, and where the unit stands.
///
/// @param ladders those at and beneath the node
public record AnsweringView(List<CoverageNode> tree, List<LadderSheet> ladders, LiveView live) {
    public AnsweringView {
        tree = List.copyOf(tree);
        ladders = List.copyOf(ladders);
    }

    /// The view of a node.
    ///
    /// @param node a domain, an indicator or a ladder of the result's model
    public static AnsweringView of(
            Result result, Map<NodeId, Guidance> guidance, Language language, NodeId node) {
        Subject subject = Subject.of(result, guidance, language);
        return new AnsweringView(
                CoverageNode.of(subject),
                LadderSheet.of(subject, node),
                LiveView.of(subject, node));
    }
}
