package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Violation;

/// The rules that a crosswalk must keep: every criterion exists, a link joins two models or more
/// and names each criterion once, and no criterion is linked to another model twice, for then two
/// answers might follow.
///
/// The subject of a violation is the id of the link, or [#subject] of a criterion in it.
public final class CrosswalkRules {
    private final Crosswalk crosswalk;
    private final Map<ModelId, Set<NodeId>> known = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private CrosswalkRules(Crosswalk crosswalk, List<MaturityModel> models) {
        this.crosswalk = crosswalk;
        for (MaturityModel model : models) {
            Set<NodeId> criteria = new HashSet<>();
            model.criteria().stream().map(Criterion::id).forEach(criteria::add);
            known.put(model.id(), criteria);
        }
    }

    /// What is wrong with a crosswalk.
    ///
    /// @param models those that the crosswalk compares and that are at hand
    public static List<Violation> check(Crosswalk crosswalk, List<MaturityModel> models) {
        CrosswalkRules rules = new CrosswalkRules(crosswalk, models);
        rules.links();
        rules.pairs();
        return rules.violations;
    }

    /// How violations name a criterion in a link.
    public static String subject(String link, ModelId model, NodeId criterion) {
        return link + "/" + model + "/" + criterion;
    }

    private void links() {
        Set<String> ids = new HashSet<>();
        for (Link link : crosswalk.links()) {
            if (!ids.add(link.id())) {
                report("crosswalk.link.duplicate", link.id(), link.id());
            }
            if (link.criteria().values().stream().filter(criteria -> !criteria.isEmpty()).count()
                    < 2) {
                report("crosswalk.link.alone", link.id(), link.id());
            }
            link.criteria().forEach((model, criteria) -> criteria(link, model, criteria));
        }
    }

    private void criteria(Link link, ModelId model, List<NodeId> criteria) {
        Set<NodeId> seen = new HashSet<>();
        Set<NodeId> existing = known.get(model);
        for (NodeId criterion : criteria) {
            String subject = subject(link.id(), model, criterion);
            if (!seen.add(criterion)) {
                report("crosswalk.criterion.twice", subject, criterion, link.id());
            } else if (existing != null && !existing.contains(criterion)) {
                report("crosswalk.criterion.unknown", subject, criterion, model);
            }
        }
    }

    private void pairs() {
        Map<String, Link> first = new HashMap<>();
        for (Link link : crosswalk.links()) {
            link.criteria()
                    .forEach(
                            (model, criteria) ->
                                    Set.copyOf(criteria).stream()
                                            .sorted()
                                            .forEach(id -> pairs(link, model, id, first)));
        }
    }

    private void pairs(Link link, ModelId model, NodeId criterion, Map<String, Link> first) {
        for (ModelId other : link.criteria().keySet()) {
            Link earlier = first.putIfAbsent(model + "/" + criterion + "/" + other, link);
            if (!other.equals(model) && earlier != null) {
                report(
                        "crosswalk.criterion.ambiguous",
                        subject(link.id(), model, criterion),
                        criterion,
                        other,
                        earlier.id());
            }
        }
    }

    private void report(String rule, String subject, Object... arguments) {
        violations.add(new Violation(rule, subject, List.of(arguments)));
    }
}
