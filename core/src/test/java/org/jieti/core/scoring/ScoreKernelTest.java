package org.jieti.core.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.RandomCase;
import org.jieti.core.fixture.TestModel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.testkit.Seeds;

/// The kernel's sums against those of [ScoreTree], bit by bit.
class ScoreKernelTest {

    @Seeds(100)
    void kernel_and_tree_agree_to_the_last_bit(RandomGenerator random) {
        TestModel test = TestModel.likeDgimm();
        int units = random.nextInt(1, 600);
        List<ScoreTree> trees = new ArrayList<>();
        for (int unit = 0; unit < Math.min(units, 7); unit++) {
            trees.add(tree(test, rated(test, random)));
        }
        agree(test, trees, units);
    }

    @Seeds(200)
    void random_trees_agree_where_everything_takes_part(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        TestModel test = answers.test();
        List<ScoreTree> trees = new ArrayList<>();
        for (int unit = 0; unit < 3; unit++) {
            trees.add(tree(test, applicable(RandomCase.redraw(answers, random).assessment())));
        }
        boolean weightEverywhere =
                trees.getFirst().domains().stream().noneMatch(ScoreKernelTest::holdsExcluded);
        if (weightEverywhere) {
            agree(test, trees, 3);
        } else {
            // A group without weight takes no part; the kernel gives it 0.
            assertThat(test.weights().weights()).containsValue(0.0);
        }
    }

    private static boolean holdsExcluded(ScoreNode node) {
        return node.isExcluded()
                || (node instanceof BranchScore branch
                        && branch.children().stream().anyMatch(ScoreKernelTest::holdsExcluded));
    }

    private static void agree(TestModel test, List<ScoreTree> trees, int units) {
        ScoreKernel kernel = ScoreKernel.of(test.model(), test.weights());
        double[][] values = new double[kernel.rowCount()][units];
        double[][] alone = new double[units][kernel.rowCount()];
        for (int unit = 0; unit < units; unit++) {
            for (CriterionScore criterion : trees.get(unit % trees.size()).criteria()) {
                int row = kernel.row(criterion.id());
                values[row][unit] = criterion.currentFulfilment();
                alone[unit][row] = criterion.currentFulfilment();
            }
            kernel.score(alone[unit]);
        }
        kernel.score(values);

        for (int unit = 0; unit < units; unit++) {
            ScoreTree tree = trees.get(unit % trees.size());
            Map<NodeId, Double> expected = new HashMap<>();
            tree.domains().forEach(domain -> collect(domain, expected));
            for (Map.Entry<NodeId, Double> node : expected.entrySet()) {
                int row = kernel.row(node.getKey());
                assertThat(values[row][unit])
                        .as("%s of unit %d", node.getKey(), unit)
                        .isEqualTo(node.getValue())
                        .isEqualTo(alone[unit][row]);
            }
            assertThat(values[0][unit])
                    .isEqualTo(Objects.requireNonNull(tree.total()).lowest())
                    .isEqualTo(alone[unit][0]);
        }
    }

    private static void collect(BranchScore branch, Map<NodeId, Double> scores) {
        scores.put(branch.id(), branch.earned());
        for (ScoreNode child : branch.children()) {
            if (child instanceof BranchScore part) {
                collect(part, scores);
            }
        }
    }

    private static ScoreTree tree(TestModel test, Assessment assessment) {
        return ScoreTree.of(test.model(), test.weights(), assessment);
    }

    private static Assessment rated(TestModel test, RandomGenerator random) {
        List<Rating> ratings = test.model().ratings().ratings();
        Assessment assessment = test.answers().assessment();
        for (Criterion criterion : test.model().criteria()) {
            Rating rating = ratings.get(random.nextInt(ratings.size()));
            assessment = assessment.with(criterion.id(), new Answer.Rated(rating, ""));
        }
        return assessment;
    }

    private static Assessment applicable(Assessment assessment) {
        Map<NodeId, Answer> answers = new HashMap<>(assessment.answers());
        answers.values().removeIf(Answer.NotApplicable.class::isInstance);
        return new Assessment(
                assessment.model(),
                assessment.unit(),
                assessment.asOf(),
                answers,
                assessment.measures());
    }
}
