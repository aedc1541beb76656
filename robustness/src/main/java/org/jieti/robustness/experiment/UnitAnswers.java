package org.jieti.robustness.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.Rating;
import org.jieti.core.scoring.Layout;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.experiment.UncertainAnswers.Readers;
import org.jieti.robustness.sampling.RunStream;
import org.jspecify.annotations.Nullable;

/// What one unit answered: the fulfilments as they stand, and what is drawn of them. Each strength
/// of evidence has a stream of the unit's own, and so have missing answers: a unit fares alike,
/// whoever else is assessed with it.
final class UnitAnswers {
    private final MaturityModel model;
    private final Assessment assessment;
    private final Layout layout;
    private final @Nullable EvidenceStrengths evidence;

    /// `fulfilments[criterion]`: what the answers give as they stand, in [0, 1]; 0 for a missing
    /// one.
    private final double[] fulfilments;

    /// `answered[criterion]`: by an answer or a measure, or by chance.
    private final boolean[] answered;

    /// One for each strength of evidence, and the last for missing answers.
    private final UncertainAnswers[] uncertain;

    private UnitAnswers(
            MaturityModel model, Assessment assessment, Layout layout, Uncertainty uncertainty) {
        this.model = model;
        this.assessment = assessment;
        this.layout = layout;
        this.evidence = uncertainty.evidence();
        this.fulfilments = new double[layout.criteria().size()];
        this.answered = new boolean[fulfilments.length];
        String unit = assessment.unit().id();
        int strengths = evidence == null ? 0 : evidence.strengths().size();
        this.uncertain = new UncertainAnswers[strengths + 1];
        for (int i = 0; evidence != null && i < strengths; i++) {
            String id = evidence.strengths().get(i).id();
            uncertain[i] = new UncertainAnswers(RunStream.key("evidence", id, unit));
        }
        uncertain[strengths] = new UncertainAnswers(RunStream.key("missing", unit));
    }

    static UnitAnswers of(
            MaturityModel model, Assessment assessment, Layout layout, Uncertainty uncertainty) {
        UnitAnswers answers = new UnitAnswers(model, assessment, layout, uncertainty);
        boolean rateMissing =
                switch (uncertainty.missing()) {
                    case STAY_MISSING -> false;
                    case ANY_RATING -> true;
                };
        answers.answer(rateMissing ? answers.uncertain[answers.uncertain.length - 1] : null);
        return answers;
    }

    /// @param missing where missing answers are drawn from; null where they stay missing
    private void answer(@Nullable UncertainAnswers missing) {
        Map<Measure, Readers> measures = new LinkedHashMap<>();
        for (int i = 0; i < fulfilments.length; i++) {
            Criterion criterion = layout.criteria().get(i);
            switch (assessment.answer(criterion.id())) {
                case Answer.NotApplicable _ -> {}
                case Answer.Rated(Rating rating, String _) -> rated(i, rating);
                case Answer.InsufficientEvidence _ -> missing(i, missing);
                case Answer.Unanswered _ -> {
                    MeasureBand reads = criterion.reading();
                    if (reads == null) {
                        missing(i, missing);
                    } else {
                        read(i, reads, measures);
                    }
                }
            }
        }
        measures.forEach((measure, readers) -> measured(measure, readers, missing));
    }

    private void rated(int index, Rating rating) {
        fulfilments[index] = rating.fulfilment();
        answered[index] = true;
        int place = strength(index);
        if (place >= 0) {
            Strength strength = strengthAt(place);
            if (strength.up() > 0 || strength.down() > 0) {
                List<Rating> scale = model.ratings().ratings();
                uncertain[place].step(
                        index, scale, place(scale, rating), strength.up(), strength.down());
            }
        }
    }

    private static int place(List<Rating> scale, Rating rating) {
        for (int i = 0; i < scale.size(); i++) {
            if (scale.get(i).fulfilment() == rating.fulfilment()) {
                return i;
            }
        }
        throw new IllegalArgumentException("The model has no rating " + rating.id());
    }

    private void missing(int index, @Nullable UncertainAnswers drawn) {
        if (drawn != null) {
            answered[index] = true;
            drawn.any(index, model.ratings().ratings());
        }
    }

    private void read(int index, MeasureBand reads, Map<Measure, Readers> measures) {
        Measure measure = model.findMeasure(reads.measure());
        Band band = measure == null ? null : measure.band(reads.band());
        if (measure == null || band == null) {
            throw new IllegalArgumentException("The model has no band %s.".formatted(reads));
        }
        measures.computeIfAbsent(measure, _ -> new Readers()).add(index, band);
    }

    /// The evidence for a measure is that of the first criterion that reads it.
    private void measured(Measure measure, Readers readers, @Nullable UncertainAnswers missing) {
        Reading reading = assessment.measures().get(measure.id());
        if (reading == null) {
            if (missing != null) {
                readers.criteria().forEach(index -> answered[index] = true);
                missing.measure(measure, measure.least(), measure.most(), readers);
            }
            return;
        }
        readers.criteria().forEach(index -> answered[index] = true);
        for (int i = 0; i < readers.criteria().size(); i++) {
            fulfilments[readers.criteria().get(i)] =
                    readers.bands().get(i).fulfilment(reading.value());
        }
        int place = strength(readers.criteria().getFirst());
        double share = place < 0 ? 0 : strengthAt(place).measure();
        if (share > 0) {
            double off = Math.abs(reading.value()) * share;
            uncertain[place].measure(
                    measure, reading.value() - off, reading.value() + off, readers);
        }
    }

    /// The place of the strength of the evidence for a criterion; −1 where answers stand.
    private int strength(int index) {
        return evidence == null
                ? -1
                : evidence.of(assessment.unit().id(), layout.criteria().get(index).id());
    }

    private Strength strengthAt(int place) {
        if (evidence == null) {
            throw new IllegalStateException("There are no strengths.");
        }
        return evidence.strengths().get(place);
    }

    Layout layout() {
        return layout;
    }

    boolean[] answered() {
        return answered;
    }

    /// The source of each strength of evidence, and last that of missing answers.
    UncertainAnswers uncertain(int source) {
        return uncertain[source];
    }

    boolean isAnyAnswered() {
        for (boolean each : answered) {
            if (each) {
                return true;
            }
        }
        return false;
    }

    /// Whether nothing is drawn of the answers.
    boolean areCertain() {
        for (UncertainAnswers each : uncertain) {
            if (!each.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Fills in the answers as they stand, in one lane.
    ///
    /// @param into `[criterion][lane]`
    void fillLane(double[][] into, int lane) {
        for (int i = 0; i < fulfilments.length; i++) {
            into[i][lane] = fulfilments[i];
        }
    }

    /// Fills in the answers as they stand.
    ///
    /// @param into `[criterion][lane]`
    void fill(double[][] into, int lanes) {
        for (int i = 0; i < fulfilments.length; i++) {
            double[] row = into[i];
            double value = fulfilments[i];
            for (int lane = 0; lane < lanes; lane++) {
                row[lane] = value;
            }
        }
    }
}
