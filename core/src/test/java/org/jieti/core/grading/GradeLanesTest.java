package org.jieti.core.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.RandomCase;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Rating;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Layout;
import org.jieti.core.scoring.ScoreLanes;
import org.jieti.testkit.Seeds;

/// Scores, levels and positions on arrays against those of [Scoring], bit by bit.
class GradeLanesTest {
    private static final int LANES = 5;

    @Seeds(400)
    void lanes_and_engine_agree_to_the_last_bit(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        agree(answers.test(), answers.assessment(), random);
    }

    @Seeds(20)
    void a_model_like_dgimm_agrees(RandomGenerator random) {
        Answers answers = TestModel.likeDgimm().answers();
        agree(
                answers.test(),
                reanswered(answers.all(0.8).assessment(), answers.test(), random),
                random);
    }

    private static void agree(TestModel test, Assessment assessment, RandomGenerator random) {
        MaturityModel model = uncapped(test.model());
        List<WeightSet> weights = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            weights.add(lane == 0 ? test.weights() : reweighted(test, random));
            assessments.add(lane == 0 ? assessment : reanswered(assessment, test, random));
        }
        Layout layout = Layout.of(model, test.weights(), Layout.notApplicable(assessment));
        ScoreLanes scores = ScoreLanes.of(layout, LANES + 3);
        GradeLanes grades = GradeLanes.of(model, scores, LANES + 3);
        scores.weigh(weightRows(layout, weights), LANES);
        grades.weigh();
        double[][] fulfilments = new double[layout.criteria().size()][LANES];
        boolean[] answered = new boolean[layout.criteria().size()];
        for (Preset preset : Objects.requireNonNull(model.grading()).presets()) {
            List<Result> results = new ArrayList<>();
            for (int lane = 0; lane < LANES; lane++) {
                Result result =
                        Scoring.score(model, weights.get(lane), preset, assessments.get(lane));
                results.add(result);
                for (CriterionScore criterion : result.tree().criteria()) {
                    int index = layout.index(criterion.id());
                    fulfilments[index][lane] = criterion.fulfilment().own();
                    answered[index] = criterion.state().isAnswered();
                }
            }
            scores.settle(fulfilments);
            scores.score(fulfilments);
            grades.read(fulfilments, answered);
            grades.grade(preset, fulfilments);
            grades.place(preset);
            for (int lane = 0; lane < LANES; lane++) {
                same(results.get(lane), layout, scores, grades, fulfilments, lane);
            }
        }
    }

    private static void same(
            Result result,
            Layout layout,
            ScoreLanes scores,
            GradeLanes grades,
            double[][] fulfilments,
            int lane) {
        for (CriterionScore criterion : result.tree().criteria()) {
            if (criterion.state() != AnswerState.NOT_APPLICABLE) {
                assertThat(fulfilments[layout.index(criterion.id())][lane])
                        .as("what counts for %s", criterion.id())
                        .isEqualTo(criterion.currentFulfilment());
            }
        }
        for (int d = 0; d < result.domains().size(); d++) {
            DomainResult domain = result.domains().get(d);
            same(domain.score(), layout, scores, lane);
            Grade grade = domain.grade();
            Attained attained = grade == null ? null : grade.attained();
            assertThat(grades.isGraded(d)).isEqualTo(attained != null);
            if (attained != null) {
                assertThat(grades.levels(d)[lane]).isEqualTo(attained.level());
                assertThat(grades.positions(d)[lane]).isEqualTo(attained.position());
            }
        }
        Attained overall = result.overall() == null ? null : result.overall().attained();
        assertThat(grades.isGraded()).isEqualTo(overall != null);
        assertThat(layout.hasTotal()).isEqualTo(result.tree().total() != null);
        if (result.tree().total() != null) {
            assertThat(scores.total()[lane]).isEqualTo(result.tree().total().lowest());
        }
        if (overall != null) {
            assertThat(grades.levels()[lane]).isEqualTo(overall.level());
            assertThat(grades.positions()[lane]).isEqualTo(overall.position());
        }
    }

    private static void same(BranchScore branch, Layout layout, ScoreLanes scores, int lane) {
        int row = layout.row(branch.id());
        assertThat(layout.isExcluded(row)).isEqualTo(branch.score() == null);
        if (branch.score() != null) {
            assertThat(scores.score(row)[lane])
                    .as("%s", branch.id())
                    .isEqualTo(branch.score().lowest());
        }
        for (Object child : branch.children()) {
            if (child instanceof BranchScore beneath) {
                same(beneath, layout, scores, lane);
            }
        }
    }

    /// Other weights may lift what is not applicable above the model's cap.
    private static MaturityModel uncapped(MaturityModel model) {
        return new MaturityModel(
                model.id(),
                model.name(),
                model.summary(),
                model.disclaimer(),
                model.levels(),
                model.ratings(),
                model.measures(),
                model.domains(),
                model.grading(),
                1,
                model.effortCost());
    }

    private static double[][] weightRows(Layout layout, List<WeightSet> weights) {
        double[][] rows = new double[layout.weighted().size()][LANES];
        for (int row = 0; row < rows.length; row++) {
            for (int lane = 0; lane < LANES; lane++) {
                rows[row][lane] = weights.get(lane).weight(layout.weighted().get(row).id());
            }
        }
        return rows;
    }

    /// Other weights that are 0 in the same places.
    private static WeightSet reweighted(TestModel test, RandomGenerator random) {
        Map<NodeId, Double> weights = new HashMap<>();
        reweight(test.model().domains(), test.weights(), random, weights);
        test.model()
                .forEachNode(node -> reweight(node.children(), test.weights(), random, weights));
        WeightSet old = test.weights();
        return new WeightSet(
                old.id(),
                old.model(),
                old.name(),
                old.status(),
                old.method(),
                old.provenance(),
                weights);
    }

    private static void reweight(
            List<? extends Node> siblings,
            WeightSet old,
            RandomGenerator random,
            Map<NodeId, Double> weights) {
        double sum = 0;
        for (Node node : siblings) {
            if (old.weights().containsKey(node.id())) {
                double raw = old.weight(node.id()) == 0 ? 0 : random.nextDouble(0.01, 1);
                weights.put(node.id(), raw);
                sum += raw;
            }
        }
        for (Node node : siblings) {
            double all = sum;
            weights.computeIfPresent(node.id(), (_, raw) -> raw / all);
        }
    }

    /// The same criteria answered, otherwise.
    private static Assessment reanswered(
            Assessment assessment, TestModel test, RandomGenerator random) {
        List<Rating> ratings = test.model().ratings().ratings();
        Map<NodeId, Answer> answers = new HashMap<>();
        assessment
                .answers()
                .forEach(
                        (criterion, answer) ->
                                answers.put(
                                        criterion,
                                        answer instanceof Answer.Rated
                                                ? new Answer.Rated(
                                                        ratings.get(random.nextInt(ratings.size())),
                                                        "")
                                                : answer));
        Map<MeasureId, Reading> measures = new HashMap<>();
        assessment
                .measures()
                .keySet()
                .forEach(measure -> measures.put(measure, RandomCase.reading(random)));
        return new Assessment(
                assessment.model(), assessment.unit(), assessment.asOf(), answers, measures);
    }
}
