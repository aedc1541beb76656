package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Measure;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.model.Text;
import org.jieti.core.result.DomainResult;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A ladder as it is answered: its rungs from the lowest, and at each criterion what makes every
/// rating. An indicator without levels has one rung.
///
/// @param above the names of the nodes above it, from its domain down
/// @param start the state from which it starts; empty for most
public record LadderSheet(
        String id,
        String name,
        List<String> above,
        String asks,
        TreeNode.Badge standing,
        String start,
        List<Rung> rungs) {
    public LadderSheet {
        above = List.copyOf(above);
        rungs = List.copyOf(rungs);
    }

    /// The criteria at one level.
    ///
    /// @param level none in a model without levels
    public record Rung(LevelMark level, List<Item> items) {
        public Rung {
            items = List.copyOf(items);
        }
    }

    /// One criterion to answer.
    ///
    /// @param options the ratings, best first; none for a criterion that reads a measure
    /// @param isSettled whether a higher rung has replaced it, so that it need not be answered
    /// @param reads the measure that it reads; null for most
    public record Item(
            CriterionRow row,
            List<Option> options,
            boolean isSettled,
            boolean mayBeNotApplicable,
            @Nullable Reads reads) {
        public Item {
            options = List.copyOf(options);
        }
    }

    /// A rating, with what makes it; the text is empty where the model leaves it open.
    public record Option(String rating, String name, String anchor) {}

    /// A measure as a criterion reads it.
    ///
    /// @param shownUnit the unit as it stands behind a number; empty where there is none
    /// @param limit from where the criterion is fulfilled
    public record Reads(
            String measure,
            String name,
            String asks,
            String unit,
            String shownUnit,
            String limit) {}

    /// All criteria, rung by rung.
    public List<Item> items() {
        return rungs.stream().flatMap(rung -> rung.items().stream()).toList();
    }

    /// The ladders at and beneath a node, in the order of the model; none for an unknown node.
    static List<LadderSheet> of(Subject subject, NodeId node) {
        List<LadderSheet> sheets = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            collect(subject, domain.score(), node, List.of(), sheets);
        }
        return sheets;
    }

    /// Adds the ladders at and beneath the node wanted; null once it has been met further up.
    private static void collect(
            Subject subject,
            BranchScore branch,
            @Nullable NodeId wanted,
            List<String> above,
            List<LadderSheet> sheets) {
        NodeId within = branch.id().equals(wanted) ? null : wanted;
        if (branch.node() instanceof Indicator ladder && ladder.bearsCriteria()) {
            if (within == null) {
                sheets.add(sheet(subject, branch, ladder, above));
            }
            return;
        }
        List<String> path = new ArrayList<>(above);
        path.add(subject.words().name(branch.node()));
        for (ScoreNode child : branch.children()) {
            if (child instanceof BranchScore inner) {
                collect(subject, inner, within, path, sheets);
            }
        }
    }

    private static LadderSheet sheet(
            Subject subject, BranchScore branch, Indicator ladder, List<String> above) {
        Words words = subject.words();
        Map<Integer, List<Item>> rungs = new TreeMap<>();
        for (CriterionScore score : branch.criteria()) {
            rungs.computeIfAbsent(score.level(), _ -> new ArrayList<>()).add(item(subject, score));
        }
        return new LadderSheet(
                ladder.id().value(),
                words.name(ladder),
                above,
                words.text(ladder.asks()),
                TreeNode.Badge.of(words, ladder.standing()),
                ladder.start() == null ? "" : words.text(ladder.start().text()),
                rungs.entrySet().stream()
                        .map(rung -> new Rung(subject.mark(rung.getKey()), rung.getValue()))
                        .toList());
    }

    private static Item item(Subject subject, CriterionScore score) {
        Criterion criterion = score.criterion();
        Subject.Measured measured = subject.measured(criterion);
        return new Item(
                CriterionRow.of(subject, score),
                measured == null ? options(subject, criterion) : List.of(),
                score.state() == AnswerState.SETTLED,
                criterion.mayBeNotApplicable(),
                measured == null ? null : reads(subject, measured));
    }

    private static List<Option> options(Subject subject, Criterion criterion) {
        Guidance beside = subject.guidance().get(criterion.id());
        List<Option> options = new ArrayList<>();
        for (Rating rating : subject.result().model().ratings().ratings()) {
            Text anchor = beside == null ? null : beside.anchors().get(rating.id());
            options.add(
                    new Option(
                            rating.id(),
                            subject.words().text(rating.name()),
                            anchor == null ? "" : subject.words().text(anchor)));
        }
        return options;
    }

    private static Reads reads(Subject subject, Subject.Measured measured) {
        Words words = subject.words();
        Measure measure = measured.measure();
        Band band = measure.band(measured.band());
        return new Reads(
                measure.id().value(),
                words.text(measure.name()),
                words.text(measure.asks()),
                measure.unit(),
                words.unit(measure.unit()),
                band == null ? "" : words.limit(band.limit(), measure.unit()));
    }
}
