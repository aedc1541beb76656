package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.model.Band;
import org.jieti.core.model.Clause;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.ModelEdition;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Text;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A criterion of a model to read, whatever anybody has answered.
///
/// @param above the names of the nodes above it, from its domain down
/// @param gates what it caps, unless satisfied; none for most
/// @param elsewhere where a figure of the source puts it at another level; empty for most
/// @param anchors what makes each rating, best first; none for a criterion that reads a measure
/// @param measure the measure that it reads; null for most
public record CriterionCard(
        String id,
        String name,
        List<String> above,
        LevelMark level,
        String kind,
        TreeNode.Badge standing,
        List<String> gates,
        String elsewhere,
        boolean mayBeNotApplicable,
        String effort,
        List<Cited> sources,
        String question,
        List<Anchor> anchors,
        String evidence,
        @Nullable Reads measure) {
    public CriterionCard {
        above = List.copyOf(above);
        gates = List.copyOf(gates);
        sources = List.copyOf(sources);
        anchors = List.copyOf(anchors);
    }

    /// A clause of the source.
    ///
    /// @param place where it stands there
    /// @param says what it says, restated; empty where the model lists no clauses
    public record Cited(String place, String says) {}

    /// What makes a rating.
    public record Anchor(String rating, String text) {}

    /// A measure as the criterion reads it.
    ///
    /// @param limit from where the criterion is fulfilled
    public record Reads(String name, String asks, String unit, String limit) {}

    static CriterionCard of(
            ModelEdition edition, Words words, Map<String, Clause> clauses, Criterion criterion) {
        Guidance beside = edition.guidance().get(criterion.id());
        String elsewhere = words.elsewhere(criterion);
        return new CriterionCard(
                criterion.id().value(),
                words.name(criterion),
                above(edition, criterion.id(), words),
                LevelMark.of(edition.model(), criterion.level(), words),
                words.kind(criterion.kind()),
                TreeNode.Badge.of(words, criterion.standing()),
                gates(words, criterion),
                elsewhere == null ? "" : elsewhere,
                criterion.mayBeNotApplicable(),
                words.effort(criterion.effort()),
                criterion.source().stream().map(id -> cited(words, clauses, id)).toList(),
                beside == null ? "" : words.text(beside.question()),
                beside == null ? List.of() : anchors(edition, beside, words),
                beside == null ? "" : words.text(beside.evidence()),
                reads(edition, criterion.reading(), words));
    }

    private static List<String> above(ModelEdition edition, NodeId id, Words words) {
        List<String> names = new ArrayList<>();
        for (Node domain : edition.model().domains()) {
            if (find(domain, id, words, names)) {
                return names;
            }
        }
        return names;
    }

    private static boolean find(Node node, NodeId id, Words words, List<String> names) {
        if (node.id().equals(id)) {
            return true;
        }
        names.add(words.name(node));
        for (Node child : node.children()) {
            if (find(child, id, words, names)) {
                return true;
            }
        }
        names.removeLast();
        return false;
    }

    private static List<String> gates(Words words, Criterion criterion) {
        List<String> gates = new ArrayList<>();
        if (criterion.mandatory()) {
            gates.add(words.gate(GateVerdict.Kind.MANDATORY));
        }
        if (criterion.veto() != null) {
            gates.add(
                    words.gate(GateVerdict.Kind.VETO)
                            + " · "
                            + words.say(
                                    "gate.caps",
                                    words.scope(criterion.veto().scope()),
                                    words.code(criterion.veto().cap())));
        }
        return gates;
    }

    private static Cited cited(Words words, Map<String, Clause> clauses, String id) {
        Clause clause = clauses.get(id);
        return new Cited(words.clause(id), clause == null ? "" : words.text(clause.says()));
    }

    private static List<Anchor> anchors(ModelEdition edition, Guidance beside, Words words) {
        List<Anchor> anchors = new ArrayList<>();
        for (Rating rating : edition.model().ratings().ratings()) {
            Text anchor = beside.anchors().get(rating.id());
            if (anchor != null) {
                anchors.add(new Anchor(words.text(rating.name()), words.text(anchor)));
            }
        }
        return anchors;
    }

    private static @Nullable Reads reads(
            ModelEdition edition, @Nullable MeasureBand reading, Words words) {
        Measure measure = reading == null ? null : edition.model().findMeasure(reading.measure());
        if (reading == null || measure == null) {
            return null;
        }
        Band band = measure.band(reading.band());
        return new Reads(
                words.text(measure.name()),
                words.text(measure.asks()),
                words.unit(measure.unit()),
                band == null ? "" : words.limit(band.limit(), measure.unit()));
    }
}
