package org.jieti.core.crosswalk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Violation;

/// The rules that a crosswalk must keep.
///
/// - Every criterion exists, and a link names each once and joins two models or more.
/// - No criterion has two equivalences with another model, nor an equivalence and an implication
///   from it, for then two answers might follow.
/// - An implication gives ratings that exist, more for more, never the worst, and none to a metric;
///   no other implication gives as much for less.
/// - No circle changes meaning: nothing that follows from a rating, link by link and back again,
///   exceeds it ([Circles]).
///
/// The subject of a violation is the id of the link, [#subject] of a criterion in it, or [#gives].
public final class CrosswalkRules {
    private final Crosswalk crosswalk;
    private final Map<ModelId, MaturityModel> models = new HashMap<>();
    private final Map<ModelId, Map<NodeId, Criterion>> known = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    private CrosswalkRules(Crosswalk crosswalk, List<MaturityModel> models) {
        this.crosswalk = crosswalk;
        for (MaturityModel model : models) {
            Map<NodeId, Criterion> criteria = new HashMap<>();
            model.criteria().forEach(criterion -> criteria.put(criterion.id(), criterion));
            this.models.put(model.id(), model);
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
        rules.idle();
        if (rules.violations.isEmpty()) {
            rules.violations.addAll(Circles.in(crosswalk, rules.models));
        }
        return rules.violations;
    }

    /// How violations name a criterion in a link.
    public static String subject(String link, ModelId model, NodeId criterion) {
        return link + "/" + model + "/" + criterion;
    }

    /// How violations name the ratings that a link gives.
    public static String gives(String link) {
        return link + "/gives";
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
            if (link instanceof Implication implication) {
                gives(implication);
            }
        }
    }

    private void criteria(Link link, ModelId model, List<NodeId> criteria) {
        Set<NodeId> seen = new HashSet<>();
        Map<NodeId, Criterion> existing = known.get(model);
        for (NodeId criterion : criteria) {
            String subject = subject(link.id(), model, criterion);
            if (!seen.add(criterion)) {
                report("crosswalk.criterion.twice", subject, criterion, link.id());
            } else if (existing != null && !existing.containsKey(criterion)) {
                report("crosswalk.criterion.unknown", subject, criterion, model);
            }
        }
    }

    private void gives(Implication link) {
        Map<NodeId, Criterion> targets = known.getOrDefault(link.to(), Map.of());
        for (NodeId id : link.implied()) {
            Criterion target = targets.get(id);
            if (target != null && target.kind() == CriterionKind.METRIC) {
                report("crosswalk.criterion.metric", subject(link.id(), link.to(), id), id);
            }
        }
        MaturityModel from = models.get(link.from());
        MaturityModel to = models.get(link.to());
        if (from == null || to == null) {
            return;
        }
        String place = gives(link.id());
        if (link.gives().isEmpty()) {
            report("crosswalk.gives.nothing", place, link.id());
        }
        Rating reachedBefore = null;
        Rating shownBefore = null;
        for (Map.Entry<String, String> step : link.gives().entrySet()) {
            Rating reached = from.ratings().find(step.getKey());
            Rating shown = to.ratings().find(step.getValue());
            if (reached == null) {
                report("crosswalk.gives.rating", place, step.getKey(), link.from(), link.id());
            }
            if (shown == null) {
                report("crosswalk.gives.rating", place, step.getValue(), link.to(), link.id());
            }
            if (reached == null || shown == null) {
                return;
            }
            if (shown.fulfilment() == 0) {
                report("crosswalk.gives.worst", place, step.getValue(), link.id());
            }
            if (reachedBefore != null
                    && shownBefore != null
                    && (reached.fulfilment() >= reachedBefore.fulfilment()
                            || shown.fulfilment() > shownBefore.fulfilment())) {
                report("crosswalk.gives.order", place, step.getKey(), link.id());
            }
            reachedBefore = reached;
            shownBefore = shown;
        }
    }

    /// At most one equivalence leads from a criterion to another model, and if one does, no
    /// implication leads from that model to it.
    private void pairs() {
        Map<String, Link> first = new HashMap<>();
        for (Link link : crosswalk.links()) {
            if (link instanceof Equivalence) {
                link.criteria()
                        .forEach(
                                (model, criteria) ->
                                        Set.copyOf(criteria).stream()
                                                .sorted()
                                                .forEach(id -> pairs(link, model, id, first)));
            }
        }
        for (Link link : crosswalk.links()) {
            if (link instanceof Implication implication) {
                for (NodeId id : implication.implied()) {
                    Link earlier = first.get(pair(implication.to(), id, implication.from()));
                    if (earlier != null) {
                        ambiguous(link, implication.to(), id, implication.from(), earlier);
                    }
                }
            }
        }
    }

    private void pairs(Link link, ModelId model, NodeId criterion, Map<String, Link> first) {
        for (ModelId other : link.criteria().keySet()) {
            Link earlier = first.putIfAbsent(pair(model, criterion, other), link);
            if (!other.equals(model) && earlier != null) {
                ambiguous(link, model, criterion, other, earlier);
            }
        }
    }

    private static String pair(ModelId model, NodeId criterion, ModelId other) {
        return model + "/" + criterion + "/" + other;
    }

    private void ambiguous(Link link, ModelId model, NodeId id, ModelId other, Link earlier) {
        report(
                "crosswalk.criterion.ambiguous",
                subject(link.id(), model, id),
                id,
                other,
                earlier.id());
    }

    /// An implication is idle where another gives as much for part of what it demands.
    private void idle() {
        List<Implication> all = new ArrayList<>();
        for (Link link : crosswalk.links()) {
            if (link instanceof Implication implication && !implication.gives().isEmpty()) {
                all.add(implication);
            }
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = 0; j < all.size(); j++) {
                Implication link = all.get(i);
                Implication other = all.get(j);
                boolean comesFirst = i <= j && link.demanding().size() == other.demanding().size();
                if (!comesFirst && gainsNothing(link, other)) {
                    report("crosswalk.link.idle", link.id(), link.id(), other.id());
                }
            }
        }
    }

    private boolean gainsNothing(Implication link, Implication other) {
        MaturityModel from = models.get(link.from());
        MaturityModel to = models.get(link.to());
        if (from == null
                || to == null
                || !link.from().equals(other.from())
                || !link.to().equals(other.to())
                || !other.implied().containsAll(link.implied())
                || !link.demanding().containsAll(other.demanding())) {
            return false;
        }
        for (Map.Entry<String, String> step : link.gives().entrySet()) {
            Rating reached = from.ratings().find(step.getKey());
            Rating shown = to.ratings().find(step.getValue());
            Rating without = null;
            for (Map.Entry<String, String> given : other.gives().entrySet()) {
                Rating needed = from.ratings().find(given.getKey());
                Rating got = to.ratings().find(given.getValue());
                if (reached != null
                        && needed != null
                        && got != null
                        && reached.fulfilment() >= needed.fulfilment()
                        && (without == null || got.fulfilment() > without.fulfilment())) {
                    without = got;
                }
            }
            if (shown == null || without == null || without.fulfilment() < shown.fulfilment()) {
                return false;
            }
        }
        return true;
    }

    private void report(String rule, String subject, Object... arguments) {
        violations.add(new Violation(rule, subject, List.of(arguments)));
    }
}
