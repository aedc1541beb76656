package org.jieti.catalog.dgimm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.Band;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What levels the real engine gives for DGIMM.
class LevelsTest {
    private static final Unit UNIT = new Unit("t", "测试", "", "");

    /// Answers every criterion by its level.
    ///
    /// @param rating the rating's id for a level; criteria at other levels are not met
    /// @param reached the levels whose metrics just pass
    private static Assessment answers(Function<Integer, String> rating, IntPredicate reached) {
        Map<NodeId, Answer> answers = new LinkedHashMap<>();
        Map<MeasureId, Reading> measures = new LinkedHashMap<>();
        for (Criterion criterion : Dgimm.MODEL.criteria()) {
            if (criterion.kind() != CriterionKind.METRIC) {
                answers.put(
                        criterion.id(),
                        new Answer.Rated(
                                Dgimm.MODEL.ratings().find(rating.apply(criterion.level())), ""));
            }
        }
        for (Measure measure : Dgimm.MODEL.measures()) {
            measures.put(measure.id(), new Reading(value(measure, reached), measure.unit()));
        }
        return new Assessment(Dgimm.ID, UNIT, LocalDate.of(2026, 6, 30), answers, measures);
    }

    /// The value that just passes the bands of the levels reached; the worst where none is.
    private static double value(Measure measure, IntPredicate reached) {
        Stream<Double> limits =
                Dgimm.MODEL.criteria().stream()
                        .filter(criterion -> reads(criterion, measure))
                        .filter(criterion -> reached.test(criterion.level()))
                        .map(criterion -> band(criterion, measure).limit().firstPassing());
        return switch (measure.direction()) {
            case LOWER -> limits.reduce(Math::min).orElse(measure.most());
            case HIGHER -> limits.reduce(Math::max).orElse(measure.least());
        };
    }

    private static boolean reads(Criterion criterion, Measure measure) {
        return criterion.reading() != null && criterion.reading().measure().equals(measure.id());
    }

    private static Band band(Criterion criterion, Measure measure) {
        return measure.bands().get(criterion.reading().band());
    }

    private static Result score(Assessment assessment, @Nullable String preset) {
        Preset chosen = Dgimm.MODEL.grading().find(preset);
        return Scoring.score(Dgimm.MODEL, Dgimm.weights("equal"), chosen, assessment);
    }

    private static int level(@Nullable Grade grade) {
        assertThat(grade).isNotNull();
        assertThat(grade.attained()).isNotNull();
        return grade.attained().level();
    }

    private static Map<String, Integer> domainLevels(Result result) {
        Map<String, Integer> levels = new LinkedHashMap<>();
        for (DomainResult domain : result.domains()) {
            levels.put(domain.domain().id().value(), level(domain.grade()));
        }
        return levels;
    }

    static List<Arguments> levelsAndPresets() {
        return Stream.of("share-80", "staged", "band")
                .flatMap(
                        preset ->
                                Stream.of(1, 2, 3, 4, 5).map(level -> Arguments.of(level, preset)))
                .toList();
    }

    @ParameterizedTest(name = "level {0} by {1}")
    @MethodSource("levelsAndPresets")
    void all_met_up_to_a_level_and_nothing_above_gives_that_level_everywhere(
            int level, String preset) {
        Assessment met = answers(l -> l <= level ? "met" : "unmet", l -> l <= level);

        Result result = score(met, preset);

        assertThat(level(result.overall())).isEqualTo(level);
        assertThat(domainLevels(result).values()).containsOnly(level);
    }

    @ParameterizedTest(name = "level {0} by {1}")
    @MethodSource("levelsAndPresets")
    void both_weight_sets_agree_where_all_domains_agree(int level, String preset) {
        Assessment met = answers(l -> l <= level ? "met" : "unmet", l -> l <= level);

        Result result =
                Scoring.score(
                        Dgimm.MODEL,
                        Dgimm.weights("value-30"),
                        Dgimm.MODEL.grading().find(preset),
                        met);

        assertThat(level(result.overall())).isEqualTo(level);
    }

    @Test
    void mostly_met_up_to_iii_with_measures_at_their_limits_gives_iii() {
        Assessment mostly = answers(l -> l <= 3 ? "mostly" : "unmet", l -> l <= 3);

        for (String preset : List.of("share-80", "staged")) {
            Result result = score(mostly, preset);

            assertThat(level(result.overall())).as(preset).isEqualTo(3);
            assertThat(domainLevels(result).values()).as(preset).containsOnly(3);
        }
    }

    @Test
    void partly_met_at_one_level_is_not_enough_for_it() {
        Assessment partly = answers(l -> l < 3 ? "met" : l == 3 ? "partly" : "unmet", l -> l < 3);

        for (String preset : List.of("share-80", "staged")) {
            assertThat(level(score(partly, preset).overall())).as(preset).isEqualTo(2);
        }
    }

    @Test
    void nothing_above_makes_up_for_a_level_that_is_missing() {
        Assessment hollow = answers(l -> l == 2 ? "unmet" : "met", l -> l != 2);

        for (String preset : List.of("share-80", "staged")) {
            Result result = score(hollow, preset);

            assertThat(level(result.overall())).as(preset).isEqualTo(1);
            assertThat(domainLevels(result).values()).as(preset).containsOnly(1);
        }
    }

    @Test
    void states_below_what_is_reached_count_as_settled_and_requirements_do_not() {
        Assessment hollow = answers(l -> l == 2 ? "unmet" : "met", l -> l != 2);
        Result result = score(hollow, "share-80");

        List<Criterion> atTwo =
                Dgimm.MODEL.criteria().stream().filter(each -> each.level() == 2).toList();
        assertThat(atTwo).extracting(Criterion::kind).contains(CriterionKind.values());
        for (Criterion criterion : atTwo) {
            CriterionScore scored = (CriterionScore) result.tree().find(criterion.id());
            assertThat(scored).isNotNull();
            boolean state = criterion.kind() == CriterionKind.STATE;
            assertThat(scored.state() == AnswerState.SETTLED)
                    .as(criterion.id().value())
                    .isEqualTo(state);
            if (criterion.kind() != CriterionKind.METRIC) {
                assertThat(scored.currentFulfilment())
                        .as(criterion.id().value())
                        .isEqualTo(state ? 1 : 0);
            }
        }
    }
}
