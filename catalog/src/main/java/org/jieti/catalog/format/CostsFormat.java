package org.jieti.catalog.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Findings;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.source.Value;
import org.jieti.core.effort.CriterionCosts;
import org.jieti.core.effort.Prerequisite;
import org.jieti.core.effort.StepCosts;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Effort;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jspecify.annotations.Nullable;

/// The format of what steps cost.
public final class CostsFormat {
    private final MaturityModel model;
    private final Findings findings;

    private CostsFormat(MaturityModel model, Findings findings) {
        this.model = model;
        this.findings = findings;
    }

    /// Checks costs against the model that they are for. Null when they are refused.
    public static @Nullable StepCosts checked(Value root, MaturityModel model, Findings findings) {
        Findings own = new Findings();
        Schemas.check(root, Schemas.COSTS, own);
        StepCosts read =
                own.hasErrors() ? null : new CostsFormat(model, own).read(Tree.mapping(root));
        own.sorted().forEach(findings::add);
        return own.hasErrors() ? null : read;
    }

    private StepCosts read(Value.Mapping root) {
        Map<Effort, Integer> byEffort = new EnumMap<>(StepCosts.of(model).byEffort());
        Tree.entries(root, "efforts")
                .forEach((effort, entry) -> byEffort.put(Effort.valueOf(effort), cost(entry)));
        Map<NodeId, CriterionCosts> criteria = new HashMap<>();
        List<Prerequisite> prerequisites = new ArrayList<>();
        Tree.entries(root, "criteria")
                .forEach(
                        (id, entry) -> {
                            Value.Mapping own = Tree.mapping(entry.value());
                            if (isCriterion(id, entry.keyAt())) {
                                NodeId criterion = new NodeId(id);
                                criteria.put(criterion, costs(own));
                                prerequisites.addAll(prerequisites(criterion, own));
                            }
                        });
        return new StepCosts(Tree.optionalText(root, "unit"), byEffort, criteria, prerequisites);
    }

    private static int cost(Value.Entry entry) {
        return (int) Double.parseDouble(Tree.string(entry.value()));
    }

    private boolean isCriterion(String id, Location at) {
        if (model.find(new NodeId(id)) instanceof Criterion) {
            return true;
        }
        findings.error(at, "costs.criterion.unknown", id, model.id());
        return false;
    }

    private CriterionCosts costs(Value.Mapping own) {
        Map<String, Integer> steps = new HashMap<>();
        Tree.entries(own, "steps")
                .forEach(
                        (rating, entry) -> {
                            if (model.ratings().find(rating) == null) {
                                findings.error(entry.keyAt(), "costs.rating.unknown", rating);
                            }
                            steps.put(rating, cost(entry));
                        });
        return new CriterionCosts(
                own.value("each") == null ? null : Tree.integer(own, "each"), steps);
    }

    private List<Prerequisite> prerequisites(NodeId criterion, Value.Mapping own) {
        List<Prerequisite> prerequisites = new ArrayList<>();
        for (Value needed : Tree.items(own, "needs")) {
            String id = Tree.string(needed);
            if (id.equals(criterion.value())) {
                findings.error(needed.at(), "costs.needs.itself", id);
            } else if (isCriterion(id, needed.at())) {
                prerequisites.add(new Prerequisite(criterion, new NodeId(id)));
            }
        }
        return prerequisites;
    }
}
