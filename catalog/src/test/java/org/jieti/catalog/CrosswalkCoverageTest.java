package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.LinkStanding;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Domain;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.Yardstick;
import org.jieti.testkit.Golden;
import org.junit.jupiter.api.Test;

/// How far the shipped crosswalk reaches: what an assessment with the best answers throughout
/// carries to each of the other models. docs/methods/crosswalk-coverage.md says so, word for word.
class CrosswalkCoverageTest {
    private static final Catalog CATALOG = new Catalog(Golden.root().resolve("models"));
    private static final List<String> MODELS = List.of("dgimm", "gartner", "nag", "odmm");
    private static final Map<String, Yardstick> YARDSTICKS = yardsticks();
    private static final Crosswalk CROSSWALK = sound(CATALOG.crosswalk());

    private static Map<String, Yardstick> yardsticks() {
        Map<String, Yardstick> yardsticks = new HashMap<>();
        MODELS.forEach(name -> yardsticks.put(name, sound(CATALOG.yardstick(name, null, null))));
        return yardsticks;
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T>(T value, _) -> value;
            case Parsed.Invalid<T>(List<Finding> found) -> throw new AssertionError(found);
        };
    }

    private static Yardstick yardstick(String name) {
        Yardstick yardstick = YARDSTICKS.get(name);
        if (yardstick == null) {
            throw new AssertionError("No model " + name);
        }
        return yardstick;
    }

    private static Assessment best(MaturityModel model) {
        Map<NodeId, Answer> answers = new HashMap<>();
        for (Criterion criterion : model.criteria()) {
            if (criterion.kind() != CriterionKind.METRIC) {
                answers.put(criterion.id(), new Answer.Rated(model.ratings().best(), ""));
            }
        }
        Map<MeasureId, Reading> readings = new HashMap<>();
        for (Measure measure : model.measures()) {
            double value =
                    switch (measure.direction()) {
                        case HIGHER -> measure.most();
                        case LOWER -> measure.least();
                    };
            readings.put(measure.id(), new Reading(value, measure.unit()));
        }
        return new Assessment(
                model.id(),
                new Unit("best", "best", "", ""),
                LocalDate.of(2026, 6, 30),
                answers,
                readings);
    }

    private static View view(String from, String to) {
        Yardstick by = yardstick(from);
        Yardstick through = yardstick(to);
        Result source = Scoring.score(by.model(), by.weights(), by.preset(), best(by.model()));
        return View.of(CROSSWALK, source, through.model(), through.weights(), through.preset());
    }

    /// `45.3 %`, from the coverage that the engine states.
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String row(String from, String to) {
        View view = view(from, to);
        Result result = view.result();
        long judged =
                view.carried().stream()
                        .filter(each -> each.link().standing() == LinkStanding.JUDGED)
                        .count();
        return "| %s | %s | %d of %d | %d | %d | %s | %d |\n"
                .formatted(
                        from,
                        to,
                        view.carried().size(),
                        result.tree().criteria().size(),
                        view.lowerBounds(),
                        judged,
                        percent(result.tree().coverage().answeredShare()),
                        view.open().size());
    }

    private static String domains(String from, String to) {
        View view = view(from, to);
        StringBuilder text = new StringBuilder();
        for (Domain domain : view.result().model().domains()) {
            List<Carried> carried =
                    view.carried().stream()
                            .filter(each -> domain.id().contains(each.criterion().id()))
                            .toList();
            long open =
                    view.open().stream()
                            .filter(each -> domain.id().contains(each.criterion().id()))
                            .count();
            text.append("- %s: ".formatted(domain.name().en()))
                    .append(
                            carried.isEmpty()
                                    ? "nothing"
                                    : String.join(
                                            ", ",
                                            carried.stream()
                                                    .map(each -> "`" + each.criterion().id() + "`")
                                                    .toList()))
                    .append("; %d open\n".formatted(open));
        }
        return text.toString();
    }

    @Test
    void the_coverage_of_all_twelve_directions_is_stated() {
        StringBuilder page =
                new StringBuilder(
                        """
                        # How far the crosswalk reaches

                        What an assessment with the best answers throughout carries to each of the other models: the most that
                        `jieti view` can give. Written by `CrosswalkCoverageTest` (`make golden`) from the models and
                        `models/crosswalk.yaml` as they are. The models ask for different things: where little carries over, little is
                        asked twice.

                        | from | to | criteria carried | of them lower bounds | by judged links | share of points answered | still open |
                        |---|---|---:|---:|---:|---:|---:|
                        """);
        for (String from : MODELS) {
            for (String to : MODELS) {
                if (!from.equals(to)) {
                    page.append(row(from, to));
                }
            }
        }
        page.append(
                """

                Lower bounds show at least a rating; the true one may be higher. The points answered include states that a carried
                answer on a higher rung settles.

                ## What carries over, by domain of the target
                """);
        for (String from : MODELS) {
            for (String to : MODELS) {
                if (!from.equals(to)) {
                    page.append("\n### %s → %s\n\n".formatted(from, to)).append(domains(from, to));
                }
            }
        }
        Golden.assertMatches("docs/methods/crosswalk-coverage.md", page.toString());
    }

    /// Every link carries something, in some direction, when everything is answered best.
    @Test
    void every_criterion_that_a_link_leads_to_is_answered() {
        for (String from : MODELS) {
            for (String to : MODELS) {
                if (!from.equals(to)) {
                    ModelId source = yardstick(from).model().id();
                    MaturityModel target = yardstick(to).model();
                    List<NodeId> linked =
                            target.criteria().stream()
                                    .map(Criterion::id)
                                    .filter(
                                            id ->
                                                    !CROSSWALK
                                                            .links(target.id(), id, source)
                                                            .isEmpty())
                                    .toList();
                    assertThat(view(from, to).carried())
                            .extracting(each -> each.criterion().id())
                            .containsExactlyElementsOf(linked);
                }
            }
        }
    }
}
