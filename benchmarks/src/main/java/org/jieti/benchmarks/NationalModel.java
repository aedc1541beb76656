package org.jieti.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.PointsRule;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Rating;
import org.jieti.core.model.RatingScale;
import org.jieti.core.model.Standing;
import org.jieti.core.model.Text;
import org.jieti.core.model.WeightSet;

/// A tree of the size of a national round: 7 domains, 30 indicators, 70 ladders, 160 criteria;
/// equal weights. The peers in `peers/` build the same.
final class NationalModel {
    static final int DOMAINS = 7;
    static final int INDICATORS = 30;
    static final int LADDERS = 70;
    static final int CRITERIA = 160;
    private static final Text TEXT = new Text("测", "test");

    private final Map<NodeId, Double> weights = new HashMap<>();
    private int nextIndicator;
    private int nextLadder;
    private int nextCriterion;

    record Weighted(MaturityModel model, WeightSet weights) {}

    static Weighted build() {
        return new NationalModel().model();
    }

    private Weighted model() {
        List<Domain> domains = new ArrayList<>();
        for (int d = 0; d < DOMAINS; d++) {
            NodeId id = new NodeId("d" + d);
            weights.put(id, 1.0 / DOMAINS);
            domains.add(new Domain(id, TEXT, null, TEXT, Map.of(), indicators(id, d)));
        }
        List<Level> levels = new ArrayList<>();
        for (int level = 1; level <= 5; level++) {
            levels.add(new Level(level, "L" + level, TEXT, TEXT));
        }
        ModelId model = ModelId.parse("national@1");
        MaturityModel built =
                new MaturityModel(
                        model,
                        TEXT,
                        TEXT,
                        TEXT,
                        levels,
                        new RatingScale(
                                List.of(
                                        new Rating("met", TEXT, 1),
                                        new Rating("mostly", TEXT, 0.8),
                                        new Rating("partly", TEXT, 0.5),
                                        new Rating("unmet", TEXT, 0))),
                        List.of(),
                        domains,
                        new Grading(List.of(new Preset.Share("share-80", TEXT, 0.8)), 0.8, 1),
                        0.2,
                        Map.of());
        return new Weighted(
                built,
                new WeightSet(
                        "equal", model, TEXT, WeightSet.Status.EDITORIAL, "equal", TEXT, weights));
    }

    /// How many of `children` fall to part `index` of `parts`, spread evenly.
    private static int share(int index, int parts, int children) {
        return (index + 1) * children / parts - index * children / parts;
    }

    private List<Node> indicators(NodeId above, int domain) {
        int count = share(domain, DOMAINS, INDICATORS);
        List<Node> indicators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            NodeId id = new NodeId(above + ".i" + i);
            weights.put(id, 1.0 / count);
            List<Node> ladders = ladders(id, nextIndicator++);
            indicators.add(new Indicator(id, TEXT, TEXT, Standing.STATED, null, null, ladders));
        }
        return indicators;
    }

    private List<Node> ladders(NodeId above, int indicator) {
        int count = share(indicator, INDICATORS, LADDERS);
        List<Node> ladders = new ArrayList<>();
        for (int l = 0; l < count; l++) {
            NodeId id = new NodeId(above + ".l" + l);
            weights.put(id, 1.0 / count);
            List<Node> criteria = criteria(id, nextLadder++);
            ladders.add(
                    new Indicator(
                            id, TEXT, TEXT, Standing.STATED, PointsRule.EQUAL, null, criteria));
        }
        return ladders;
    }

    private List<Node> criteria(NodeId above, int ladder) {
        int count = share(ladder, LADDERS, CRITERIA);
        List<Node> criteria = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            criteria.add(
                    new Criterion(
                            new NodeId(above + "." + (c + 1)),
                            TEXT,
                            1 + nextCriterion++ % 5,
                            CriterionKind.REQUIREMENT,
                            Effort.M,
                            List.of("x"),
                            Standing.STATED,
                            true,
                            false,
                            null,
                            null,
                            null));
        }
        return criteria;
    }
}
