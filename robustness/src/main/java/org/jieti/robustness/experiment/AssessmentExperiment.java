package org.jieti.robustness.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.grading.GradeLanes;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Overall;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.scoring.Layout;
import org.jieti.core.scoring.ScoreLanes;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.Factor;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.robustness.linear.Kernel;
import org.jieti.robustness.linear.Panel;
import org.jieti.robustness.sampling.RunStream;
import org.jieti.robustness.sampling.WeightSampler;
import org.jspecify.annotations.Nullable;

/// Units assessed against a maturity model. A run of one of them gives to the last bit what
/// [org.jieti.core.result.Scoring] gives for the weights, answers and preset that the run draws.
public final class AssessmentExperiment implements Experiment {
    private final MaturityModel model;
    private final WeightSampler weights;
    private final List<UnitAnswers> units = new ArrayList<>();
    private final Options<Preset> presets;
    private final List<Factor> factors = new ArrayList<>();

    /// The places among factors of: the weights between domains, then within each domain, each
    /// strength of evidence, missing answers; −1 where nothing is drawn.
    private final int domainWeights;

    private final int[] weightsWithin;
    private final int[] answerSources;
    private final int presetChoice;
    private final boolean hasTotal;

    private AssessmentExperiment(
            MaturityModel model,
            WeightSet set,
            @Nullable Preset preset,
            List<Assessment> assessments,
            Uncertainty uncertainty) {
        this.model = model;
        this.weights = WeightSampler.of(model, set, uncertainty.weights());
        Map<Set<NodeId>, Layout> layouts = new HashMap<>();
        for (Assessment assessment : assessments) {
            Layout layout =
                    layouts.computeIfAbsent(
                            Layout.notApplicable(assessment),
                            excluded -> Layout.of(model, set, excluded));
            units.add(UnitAnswers.of(model, assessment, layout, uncertainty));
        }
        this.domainWeights =
                weights.draws(WeightSampler.BETWEEN_PARTS) ? add(new Factor.DomainWeights()) : -1;
        this.weightsWithin = new int[model.domains().size()];
        for (int part = 0; part < weightsWithin.length; part++) {
            NodeId domain = model.domains().get(part).id();
            weightsWithin[part] = weights.draws(part) ? add(new Factor.WeightsWithin(domain)) : -1;
        }
        List<Strength> strengths =
                uncertainty.evidence() == null ? List.of() : uncertainty.evidence().strengths();
        this.answerSources = new int[strengths.size() + 1];
        for (int i = 0; i <= strengths.size(); i++) {
            int source = i;
            boolean drawn = units.stream().anyMatch(unit -> !unit.uncertain(source).isEmpty());
            answerSources[i] =
                    !drawn
                            ? -1
                            : add(
                                    i < strengths.size()
                                            ? new Factor.Evidence(strengths.get(i).id())
                                            : new Factor.Missing());
        }
        this.presets = options(preset, uncertainty.choices());
        this.hasTotal = model.grading() == null || model.grading().overall() == Overall.GRADED;
        this.presetChoice = presets.areOpen() ? add(new Factor.PresetChoice()) : -1;
    }

    private int add(Factor factor) {
        factors.add(factor);
        return factors.size() - 1;
    }

    private Options<Preset> options(@Nullable Preset chosen, Choices choices) {
        List<Choices.Option<Preset>> open = new ArrayList<>();
        Grading grading = model.grading();
        for (Choices.Option<String> option : choices.presets()) {
            Preset preset = grading == null ? null : grading.find(option.value());
            if (preset == null) {
                throw new IllegalArgumentException("The model has no preset " + option.value());
            }
            open.add(new Choices.Option<>(preset, option.odds()));
        }
        return Options.of("preset", chosen, open);
    }

    /// Prepares units for running.
    ///
    /// @param set around which weights vary
    /// @param preset null exactly for a model without levels
    /// @param assessments such as [org.jieti.core.result.Scoring#check] finds nothing wrong with
    /// @param uncertainty such as [UncertaintyRules] finds nothing wrong
    ///     with
    public static AssessmentExperiment of(
            MaturityModel model,
            WeightSet set,
            @Nullable Preset preset,
            List<Assessment> assessments,
            Uncertainty uncertainty) {
        return new AssessmentExperiment(model, set, preset, assessments, uncertainty);
    }

    @Override
    public List<Factor> factors() {
        return List.copyOf(factors);
    }

    @Override
    public int unitCount() {
        return units.size();
    }

    @Override
    public int partCount() {
        return model.domains().size();
    }

    @Override
    public int levelCount() {
        return model.levels().size();
    }

    @Override
    public double span() {
        return 100;
    }

    @Override
    public List<Panel> panels() {
        boolean grades = model.grading() != null;
        if (presets.areOpen()
                || (grades && (presets.value(presets.point()) == null || !hasTotal))
                || levelCount() > Kernel.MOST_LEVELS
                || !units.stream().allMatch(UnitAnswers::areCertain)) {
            return List.of();
        }
        Map<Layout, List<Integer>> byLayout = new LinkedHashMap<>();
        for (int unit = 0; unit < units.size(); unit++) {
            byLayout.computeIfAbsent(units.get(unit).layout(), _ -> new ArrayList<>()).add(unit);
        }
        List<Panel> panels = new ArrayList<>();
        byLayout.forEach(
                (layout, members) ->
                        panels.add(
                                AssessmentPanel.of(
                                        model,
                                        layout,
                                        presets.value(presets.point()),
                                        members.stream().mapToInt(Integer::intValue).toArray(),
                                        units,
                                        weights.set())));
        return panels;
    }

    @Override
    public Worker worker(int width) {
        return new AssessmentWorker(width);
    }

    /// The arrays of one thread.
    private final class AssessmentWorker implements Worker {
        private final int width;
        private final RunStream random = new RunStream();
        private final WeightSampler sampler = weights.another();
        private final double[][] drawn;
        private final double[][] fulfilments;
        private final int[] preset;
        private final Map<Layout, Lanes> lanes = new HashMap<>();
        private @Nullable Draws draws;

        AssessmentWorker(int width) {
            this.width = width;
            this.drawn = new double[weights.rowCount()][width];
            this.fulfilments = new double[model.criteria().size()][width];
            this.preset = new int[width];
        }

        @Override
        public void draw(Draws next) {
            draws = next;
            for (int lane = 0; lane < next.count(); lane++) {
                int at = lane;
                sampler.draw(random, next.seed(), part -> run(next, part, at), drawn, lane);
                long run = presetChoice < 0 ? Draws.POINT : next.run(presetChoice, lane);
                preset[lane] = presets.draw(random, next.seed(), run);
            }
            lanes.values().forEach(Lanes::forget);
        }

        @Override
        public double[][] weights() {
            return drawn;
        }

        private long run(Draws next, int part, int lane) {
            int factor = part == WeightSampler.BETWEEN_PARTS ? domainWeights : weightsWithin[part];
            return factor < 0 ? Draws.POINT : next.run(factor, lane);
        }

        @Override
        public void run(int unit, Outcomes into) {
            Draws now = draws;
            if (now == null) {
                throw new IllegalStateException("Nothing is drawn yet.");
            }
            UnitAnswers answers = units.get(unit);
            answers.fill(fulfilments, now.count());
            for (int source = 0; source < answerSources.length; source++) {
                UncertainAnswers uncertain = answers.uncertain(source);
                int factor = answerSources[source];
                for (int lane = 0; lane < now.count() && !uncertain.isEmpty(); lane++) {
                    if (now.run(factor, lane) >= 0) {
                        uncertain.draw(
                                random, now.seed(), now.run(factor, lane), fulfilments, lane);
                    }
                }
            }
            lanes.computeIfAbsent(answers.layout(), Lanes::new).run(answers, now.count(), into);
        }

        /// The arrays of one layout.
        private final class Lanes {
            private final Layout layout;
            private final ScoreLanes scores;
            private final @Nullable GradeLanes grades;
            private boolean weighed;

            Lanes(Layout layout) {
                this.layout = layout;
                this.scores = ScoreLanes.of(layout, width);
                this.grades = model.grading() == null ? null : GradeLanes.of(model, scores, width);
            }

            void forget() {
                weighed = false;
            }

            void run(UnitAnswers answers, int count, Outcomes into) {
                if (!weighed) {
                    scores.weigh(drawn, count);
                    if (grades != null) {
                        grades.weigh();
                    }
                    weighed = true;
                }
                scores.settle(fulfilments);
                scores.score(fulfilments);
                if (grades != null) {
                    grades.read(fulfilments, answers.answered());
                    grade(grades, count, into);
                }
                for (int part = 0; part < into.partCount(); part++) {
                    int row = layout.domains().get(part);
                    System.arraycopy(scores.score(row), 0, into.scores(part), 0, count);
                    into.part(
                            part,
                            layout.isAnswered(part, answers.answered()),
                            grades != null && grades.isGraded(part));
                }
                System.arraycopy(scores.total(), 0, into.total(), 0, count);
                into.whole(
                        hasTotal && layout.isAnswered(answers.answered()),
                        grades != null && grades.isGraded());
            }

            private void grade(GradeLanes grades, int count, Outcomes into) {
                for (int each = 0; each < presets.size(); each++) {
                    Preset grading = presets.value(each);
                    if (grading != null && isDrawn(each, count)) {
                        grades.grade(grading, fulfilments);
                        for (int part = 0; part < into.partCount(); part++) {
                            take(each, grades.levels(part), into.levels(part), count);
                        }
                        take(each, grades.levels(), into.level(), count);
                    }
                }
            }

            private boolean isDrawn(int which, int count) {
                for (int lane = 0; lane < count; lane++) {
                    if (preset[lane] == which) {
                        return true;
                    }
                }
                return false;
            }

            /// Takes over the lanes that drew a preset.
            private void take(int which, int[] levels, int[] into, int count) {
                for (int lane = 0; lane < count; lane++) {
                    into[lane] = preset[lane] == which ? levels[lane] : into[lane];
                }
            }
        }
    }
}
