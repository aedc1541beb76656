package org.jieti.core.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jieti.core.fixture.Scored.EXACT;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.jieti.core.fixture.Answers;
import org.jieti.core.fixture.RandomCase;
import org.jieti.core.fixture.Scored;
import org.jieti.core.fixture.Variants;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.result.Comparison.Moved;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Score;
import org.jieti.core.scoring.ScoreNode;
import org.jieti.core.scoring.Threshold;
import org.jieti.testkit.Seeded;
import org.jieti.testkit.Seeds;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What holds for every model and every answer, on random ones.
class EnginePropertiesTest {
    private static final double SLACK = 1e-9;

    /// The results of the same answers under each preset.
    private static List<Result> results(Answers answers) {
        Grading grading = answers.test().model().grading();
        List<Result> results = new ArrayList<>();
        if (grading != null) {
            for (Preset preset : grading.presets()) {
                results.add(answers.scored(preset.id()).result());
            }
        }
        return results;
    }

    /// Every grade there is: of each domain that takes part, and overall.
    private static List<Grade> grades(Result result) {
        List<Grade> grades = new ArrayList<>();
        for (DomainResult domain : result.domains()) {
            if (domain.grade() != null) {
                grades.add(domain.grade());
            }
        }
        if (result.overall() != null) {
            grades.add(result.overall());
        }
        return grades;
    }

    /// Every score there is: the total, and that of each domain and indicator that takes part.
    private static List<Score> scores(Result result) {
        List<Score> scores = new ArrayList<>();
        if (result.tree().total() != null) {
            scores.add(result.tree().total());
        }
        branches(result).forEach(branch -> add(scores, branch.score()));
        return scores;
    }

    private static void add(List<Score> scores, @Nullable Score score) {
        if (score != null) {
            scores.add(score);
        }
    }

    private static List<BranchScore> branches(Result result) {
        List<BranchScore> branches = new ArrayList<>();
        result.tree().domains().forEach(domain -> collect(domain, branches));
        return branches;
    }

    private static void collect(BranchScore branch, List<BranchScore> branches) {
        branches.add(branch);
        for (ScoreNode child : branch.children()) {
            if (child instanceof BranchScore inner) {
                collect(inner, branches);
            }
        }
    }

    @Test
    void the_random_cases_hold_what_they_are_meant_to() {
        Set<Integer> levels = new HashSet<>();
        Set<LevelLimit.Rule> limits = EnumSet.noneOf(LevelLimit.Rule.class);
        Set<GateVerdict.Verdict> verdicts = EnumSet.noneOf(GateVerdict.Verdict.class);
        Set<AnswerState> states = EnumSet.noneOf(AnswerState.class);
        Set<String> oddities = new HashSet<>();
        for (long seed = 1; seed <= 200; seed++) {
            Answers answers = RandomCase.draw(Seeded.generator(seed));
            assertThat(answers.test().brokenRules()).isEmpty();
            assertThat(answers.brokenRules()).isEmpty();
            for (Result result : results(answers)) {
                for (Grade grade : grades(result)) {
                    Attained attained = grade.attained();
                    if (attained == null) {
                        oddities.add("no level");
                    } else {
                        levels.add(attained.level());
                        attained.limits().forEach(limit -> limits.add(limit.rule()));
                    }
                    grade.gates().forEach(gate -> verdicts.add(gate.verdict()));
                }
                result.tree().criteria().forEach(criterion -> states.add(criterion.state()));
                for (BranchScore branch : branches(result)) {
                    if (branch.isExcluded()) {
                        oddities.add("excluded " + branch.node().getClass().getSimpleName());
                    }
                    if (branch.weight() == 0) {
                        oddities.add("weightless " + branch.node().getClass().getSimpleName());
                    }
                }
                if (result.overall() == null) {
                    oddities.add("nothing applicable");
                }
            }
        }
        assertThat(levels).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        assertThat(limits).containsExactlyInAnyOrder(LevelLimit.Rule.values());
        assertThat(verdicts).containsExactlyInAnyOrder(GateVerdict.Verdict.values());
        assertThat(states).containsExactlyInAnyOrder(AnswerState.values());
        assertThat(oddities)
                .contains(
                        "no level",
                        "excluded Domain",
                        "excluded Indicator",
                        "weightless Domain",
                        "weightless Indicator",
                        "nothing applicable");
    }

    @Seeds(250)
    void raising_an_answer_lowers_nothing(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        List<Result> before = results(answers);
        for (int step = 0; step < 4; step++) {
            answers = RandomCase.raised(answers, random);
            List<Result> after = results(answers);
            for (int i = 0; i < after.size(); i++) {
                assertNothingLower(before.get(i), after.get(i));
            }
            before = after;
        }
    }

    private static void assertNothingLower(Result before, Result after) {
        List<Score> oldScores = scores(before);
        List<Score> newScores = scores(after);
        assertThat(newScores).hasSameSizeAs(oldScores);
        for (int i = 0; i < newScores.size(); i++) {
            assertThat(newScores.get(i).lowest())
                    .isGreaterThanOrEqualTo(oldScores.get(i).lowest() - SLACK);
            if (oldScores.get(i).now() != null) {
                assertThat(newScores.get(i).now()).isNotNull();
            }
        }
        List<Grade> oldGrades = grades(before);
        List<Grade> newGrades = grades(after);
        assertThat(newGrades).hasSameSizeAs(oldGrades);
        for (int i = 0; i < newGrades.size(); i++) {
            Grade oldGrade = oldGrades.get(i);
            Grade newGrade = newGrades.get(i);
            for (LevelVerdict verdict : oldGrade.levels()) {
                assertThat(newGrade.verdict(verdict.level()).share())
                        .isGreaterThanOrEqualTo(verdict.share() - SLACK);
            }
            assertThat(newGrade.possible().lowest())
                    .isGreaterThanOrEqualTo(oldGrade.possible().lowest());
            if (oldGrade.attained() != null) {
                assertThat(newGrade.attained()).isNotNull();
            }
            if (oldGrade.attained() != null && newGrade.attained() != null) {
                assertThat(newGrade.attained().level())
                        .isGreaterThanOrEqualTo(oldGrade.attained().level());
                assertThat(newGrade.attained().position())
                        .isGreaterThanOrEqualTo(oldGrade.attained().position() - SLACK);
            }
        }
    }

    @Seeds(200)
    void the_order_of_siblings_changes_nothing(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        Answers shuffled = Variants.shuffled(answers, random);
        assertThat(shuffled.test().brokenRules()).isEmpty();
        List<Result> before = results(answers);
        List<Result> after = results(shuffled);
        for (int i = 0; i < before.size(); i++) {
            assertSame(before.get(i).tree().total(), after.get(i).tree().total());
            assertSame(before.get(i).overall(), after.get(i).overall());
            for (BranchScore branch : branches(before.get(i))) {
                assertThat(after.get(i).tree().find(branch.id()))
                        .isInstanceOfSatisfying(
                                BranchScore.class,
                                other -> assertSame(branch.score(), other.score()));
            }
            for (DomainResult domain : before.get(i).domains()) {
                NodeId id = domain.domain().id();
                assertThat(after.get(i).domain(id))
                        .isInstanceOfSatisfying(
                                DomainResult.class,
                                other -> assertSame(domain.grade(), other.grade()));
            }
        }
    }

    private static void assertSame(@Nullable Score before, @Nullable Score after) {
        assertThat(after == null).isEqualTo(before == null);
        if (before != null && after != null) {
            assertThat(after.now() == null).isEqualTo(before.now() == null);
            assertThat(after.lowest()).isCloseTo(before.lowest(), EXACT);
            assertThat(after.highest()).isCloseTo(before.highest(), EXACT);
        }
    }

    private static void assertSame(@Nullable Grade before, @Nullable Grade after) {
        assertThat(after == null).isEqualTo(before == null);
        if (before != null && after != null) {
            assertThat(after.possible()).isEqualTo(before.possible());
            assertThat(after.attained() == null).isEqualTo(before.attained() == null);
            if (before.attained() != null && after.attained() != null) {
                assertThat(after.attained().level()).isEqualTo(before.attained().level());
                assertThat(after.attained().beforeLimits())
                        .isEqualTo(before.attained().beforeLimits());
                assertThat(after.attained().position())
                        .isCloseTo(before.attained().position(), EXACT);
                assertThat(after.attained().limits())
                        .containsExactlyInAnyOrderElementsOf(before.attained().limits());
            }
        }
    }

    @Seeds(200)
    void contributions_sum_to_the_score(RandomGenerator random) {
        Result result = RandomCase.draw(random).scored().result();
        double total = 0;
        for (BranchScore domain : result.tree().domains()) {
            if (!domain.isExcluded()) {
                assertThat(sum(domain.criteria(), CriterionScore::contributionToDomain))
                        .isCloseTo(domain.earned(), EXACT);
            }
            total += domain.contribution();
        }
        double earned = result.tree().total() == null ? 0 : result.tree().total().lowest();
        assertThat(total).isCloseTo(earned, EXACT);
        assertThat(sum(result.tree().criteria(), CriterionScore::contribution))
                .isCloseTo(earned, EXACT);
        for (BranchScore branch : branches(result)) {
            assertThat(sum(branch.children(), ScoreNode::contribution))
                    .isCloseTo(branch.contribution(), EXACT);
        }
    }

    @Seeds(200)
    void weights_of_what_applies_and_shares_of_coverage_sum_to_1(RandomGenerator random) {
        Result result = RandomCase.draw(random).scored().result();
        if (result.tree().total() != null) {
            assertThat(sum(result.tree().criteria(), CriterionScore::effectiveWeight))
                    .isCloseTo(1, EXACT);
            assertSumsTo1(result.tree().coverage());
        }
        for (BranchScore domain : result.tree().applicableDomains()) {
            assertThat(sum(domain.criteria(), CriterionScore::weightInDomain)).isCloseTo(1, EXACT);
        }
        for (BranchScore branch : branches(result)) {
            if (!branch.isExcluded()) {
                assertSumsTo1(branch.coverage());
            }
            assertThat(branch.coverage().applicable() + branch.coverage().notApplicable())
                    .isEqualTo(branch.criteria().size());
        }
        for (CriterionScore criterion : result.tree().criteria()) {
            if (criterion.isExcluded()) {
                assertThat(criterion.effectiveWeight()).isZero();
                assertThat(criterion.points()).isZero();
            }
        }
    }

    private static void assertSumsTo1(Coverage coverage) {
        assertThat(
                        coverage.answeredShare()
                                + coverage.insufficientShare()
                                + coverage.unansweredShare())
                .isCloseTo(1, EXACT);
    }

    private static <T> double sum(List<? extends T> nodes, ToDoubleFunction<T> value) {
        return nodes.stream().mapToDouble(value).sum();
    }

    @Seeds(250)
    void every_completion_stays_within_what_was_possible(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        List<Result> before = results(answers);
        for (int run = 0; run < 2; run++) {
            Answers completed = RandomCase.completed(answers, random);
            List<Result> after = results(completed);
            for (int i = 0; i < after.size(); i++) {
                assertWithin(before.get(i), after.get(i));
            }
        }
    }

    private static void assertWithin(Result before, Result after) {
        assertThat(after.tree().coverage().missing()).isZero();
        List<Score> possible = scores(before);
        List<Score> scores = scores(after);
        assertThat(scores).hasSameSizeAs(possible);
        for (int i = 0; i < scores.size(); i++) {
            assertThat(scores.get(i).lowest())
                    .isBetween(possible.get(i).lowest() - SLACK, possible.get(i).highest() + SLACK)
                    .isCloseTo(scores.get(i).highest(), EXACT);
        }
        List<Grade> grades = grades(before);
        List<Grade> completed = grades(after);
        assertThat(completed).hasSameSizeAs(grades);
        for (int i = 0; i < completed.size(); i++) {
            Grade grade = grades.get(i);
            Attained attained = completed.get(i).attained();
            assertThat(attained).isNotNull();
            if (attained != null) {
                assertThat(attained.level())
                        .isBetween(grade.possible().lowest(), grade.possible().highest());
                assertThat(completed.get(i).possible().lowest()).isEqualTo(attained.level());
                assertThat(completed.get(i).possible().highest()).isEqualTo(attained.level());
            }
            for (LevelVerdict verdict : grade.levels()) {
                assertThat(completed.get(i).verdict(verdict.level()).share())
                        .isBetween(verdict.share() - SLACK, verdict.highestShare() + SLACK);
            }
        }
    }

    @Seeds(200)
    void removing_all_gates_lowers_no_level(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        List<Result> gated = results(answers);
        List<Result> ungated = results(Variants.ungated(answers));
        for (int i = 0; i < gated.size(); i++) {
            List<Grade> with = grades(gated.get(i));
            List<Grade> without = grades(ungated.get(i));
            for (int j = 0; j < with.size(); j++) {
                Attained limited = with.get(j).attained();
                Attained free = without.get(j).attained();
                if (limited != null && free != null) {
                    assertThat(free.level()).isGreaterThanOrEqualTo(limited.level());
                }
                assertThat(without.get(j).possible().highest())
                        .isGreaterThanOrEqualTo(with.get(j).possible().highest());
            }
            assertThat(scores(ungated.get(i))).isEqualTo(scores(gated.get(i)));
        }
    }

    @Seeds(200)
    void every_number_is_in_its_range(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        int top = answers.test().model().levels().size();
        for (Result result : results(answers)) {
            for (Score score : scores(result)) {
                assertThat(score.lowest()).isBetween(0.0, 100 + SLACK);
                assertThat(score.highest()).isBetween(score.lowest() - SLACK, 100 + SLACK);
                if (score.now() != null) {
                    assertThat(score.now()).isEqualTo(score.lowest());
                }
            }
            for (CriterionScore criterion : result.tree().criteria()) {
                assertThat(criterion.currentFulfilment())
                        .isBetween(0.0, criterion.bestFulfilment());
                assertThat(criterion.bestFulfilment()).isLessThanOrEqualTo(1);
                assertThat(criterion.points()).isBetween(0.0, 100 + SLACK);
            }
            for (Grade grade : grades(result)) {
                assertThat(grade.levels())
                        .allSatisfy(
                                v -> assertThat(v.share()).isBetween(0.0, v.highestShare() + SLACK))
                        .allSatisfy(v -> assertThat(v.highestShare()).isLessThan(1 + SLACK))
                        .allSatisfy(v -> assertThat(v.scoreFrom()).isBetween(0.0, 100 + SLACK));
                assertInRange(grade.attained(), top);
            }
        }
    }

    private static void assertInRange(@Nullable Attained attained, int top) {
        if (attained != null) {
            assertThat(attained.level())
                    .isBetween(1, Math.max(1, attained.beforeLimits()))
                    .isLessThanOrEqualTo(top);
            // rounded down, the position is the level
            assertThat((int) attained.position()).isEqualTo(attained.level());
            assertThat(attained.limits())
                    .allSatisfy(
                            limit -> {
                                assertThat(limit.cap()).isLessThan(attained.beforeLimits());
                                assertThat(limit.cap()).isGreaterThanOrEqualTo(attained.level());
                            });
            if (attained.limits().isEmpty()) {
                assertThat(attained.level()).isEqualTo(Math.max(1, attained.beforeLimits()));
            }
        }
    }

    @Seeds(200)
    void movements_between_any_two_results_add_up(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        Comparison comparison =
                Comparison.of(
                        answers.scored().result(),
                        RandomCase.redraw(answers, random).scored().result());
        assertThat(sum(comparison.moved(), Moved::change))
                .isCloseTo(comparison.totalChange(), within(1e-6));
        for (Moved moved : comparison.moved()) {
            assertThat(moved.byFulfilment() + moved.byWeight()).isCloseTo(moved.change(), EXACT);
        }
    }

    @Seeds(100)
    void closing_a_gap_satisfies_everything_up_to_the_target(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        Result now = answers.scored().result();
        int level = random.nextInt(1, now.model().levels().size() + 1);
        Gap gap = Gap.analyse(now, TargetProfile.uniform(now.model(), level));
        double satisfied = satisfied(now);
        for (CriterionScore criterion : gap.joint().tree().criteria()) {
            if (criterion.level() <= level && !criterion.isExcluded()) {
                assertThat(Threshold.isAtLeast(criterion.currentFulfilment(), satisfied)).isTrue();
            }
        }
        double joint = total(gap.joint()) - total(now);
        for (Gap.Item item : gap.items()) {
            assertThat(item.scoreGain()).isGreaterThanOrEqualTo(-SLACK);
            assertThat(item.totalGain()).isBetween(-SLACK, joint + SLACK);
            assertThat(item.shareGains()).allSatisfy(g -> assertThat(g.gain()).isPositive());
        }
        assertNothingLower(now, gap.joint());
    }

    private static double total(Result result) {
        return result.tree().total() == null ? 0 : result.tree().total().lowest();
    }

    private static double satisfied(Result result) {
        Grading grading = result.model().grading();
        return grading == null ? 1 : grading.satisfied();
    }

    @Seeds(200)
    void what_is_missing_to_the_next_level_leads_there(RandomGenerator random) {
        Answers answers = RandomCase.draw(random);
        for (Result result : results(answers)) {
            for (DomainResult domain : result.domains()) {
                NextLevel next = domain.grade() == null ? null : domain.grade().next();
                if (next != null) {
                    Answers raised = met(answers, next);
                    Preset preset = result.preset();
                    Scored then = raised.scored(preset == null ? "" : preset.id());
                    assertThat(then.level(domain.domain().id().value()))
                            .isGreaterThanOrEqualTo(next.level());
                }
            }
        }
    }

    /// The answers with everything met that stands in the way of the next level.
    private static Answers met(Answers answers, NextLevel next) {
        List<Criterion> criteria = new ArrayList<>();
        next.failing().forEach(failing -> criteria.add(failing.criterion().criterion()));
        next.gates().forEach(gate -> criteria.add(gate.criterion().criterion()));
        Answers met = answers;
        for (Criterion criterion : criteria) {
            MeasureBand reads = criterion.reading();
            met =
                    reads == null
                            ? met.rated(1, criterion.id().value())
                            : RandomCase.measuredBest(met, criterion, reads.measure());
        }
        return met;
    }
}
