package org.jieti.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Location;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.View;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Measure;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.ModelId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.core.result.ScoringInput;
import org.jieti.core.result.Yardstick;
import org.jspecify.annotations.Nullable;

/// Results of invented units against small models.
public final class Samples {
    private static final Path MODELS = Path.of("src/test/resources/models");
    private static final Catalog CATALOG = new Catalog(MODELS);
    private static final Catalog PUBLISHED =
            new Catalog(Path.of(System.getProperty("jieti.home", "..")).resolve("models"));

    private Samples() {}

    /// Five levels, gates, measures, and every kind of answer.
    public static Result mini() {
        return scored("mini/assessment.yaml", null);
    }

    public static Result mini(String preset) {
        return scored("mini/assessment.yaml", preset);
    }

    /// The same model, nothing answered.
    public static Result unanswered() {
        return scored("mini/empty.yaml", null);
    }

    /// A model without levels.
    public static Result flat() {
        return scored("flat/assessment.yaml", null);
    }

    /// The same model, one domain wholly not applicable.
    public static Result excluded() {
        Result mini = mini();
        MaturityModel given = mini.model();
        MaturityModel model =
                new MaturityModel(
                        given.id(),
                        given.name(),
                        given.summary(),
                        given.disclaimer(),
                        given.levels(),
                        given.ratings(),
                        given.measures(),
                        given.domains(),
                        given.grading(),
                        1,
                        given.effortCost());
        Assessment assessment = mini.assessment();
        for (Criterion criterion : model.criteria()) {
            if (criterion.id().value().startsWith("value.")) {
                assessment =
                        assessment.with(criterion.id(), new Answer.NotApplicable("Not its task."));
            }
        }
        return Scoring.score(model, mini.weights(), mini.preset(), assessment);
    }

    /// The same result for a unit of another name.
    public static Result named(Result result, String name) {
        Assessment given = result.assessment();
        return Scoring.score(
                result.model(),
                result.weights(),
                result.preset(),
                new Assessment(
                        given.model(),
                        new Unit(given.unit().id(), name, name, name),
                        given.asOf(),
                        given.answers(),
                        given.measures()));
    }

    public static Map<NodeId, Guidance> guidance(Result result) {
        return CATALOG.guidance(result.model().id());
    }

    /// A unit with answers of every kind against a published model.
    public static Result published(String id) {
        MaturityModel model = ok(PUBLISHED.model(ModelId.parse(id), Location.whole(id)));
        Map<NodeId, Answer> answers = new LinkedHashMap<>();
        List<Rating> ratings = model.ratings().ratings();
        int number = 0;
        for (Criterion criterion : model.criteria()) {
            number++;
            if (criterion.kind() == CriterionKind.METRIC) {
                continue;
            }
            switch (number % 11) {
                case 0 -> {}
                case 1 -> answers.put(criterion.id(), new Answer.InsufficientEvidence("Lost."));
                default ->
                        answers.put(
                                criterion.id(),
                                new Answer.Rated(
                                        ratings.get(
                                                criterion.level() < 3
                                                        ? number % 2
                                                        : number % ratings.size()),
                                        ""));
            }
        }
        Map<MeasureId, Reading> measures = new LinkedHashMap<>();
        for (Measure measure : model.measures()) {
            measures.put(
                    measure.id(),
                    new Reading(Math.clamp(40, measure.least(), measure.most()), measure.unit()));
        }
        return Scoring.score(
                model,
                ok(PUBLISHED.weights(model, Catalog.DEFAULT_WEIGHTS)),
                new Assessment(
                        model.id(),
                        new Unit("sample-city", "Sample City (invented) Data Bureau", "", ""),
                        LocalDate.of(2026, 11, 20),
                        answers,
                        measures));
    }

    public static Crosswalk crosswalk() {
        return ok(PUBLISHED.crosswalk());
    }

    /// A unit with answers of every kind against a published model, seen through another.
    public static View through(String id, String other) {
        Yardstick yardstick = ok(PUBLISHED.yardstick(other, null, null));
        return View.of(
                crosswalk(),
                published(id),
                yardstick.model(),
                yardstick.weights(),
                yardstick.preset());
    }

    public static Map<NodeId, Guidance> publishedGuidance(Result result) {
        return PUBLISHED.guidance(result.model().id());
    }

    private static Result scored(String file, @Nullable String preset) {
        ScoringInput input = ok(CATALOG.scoringInput(MODELS.resolve(file), null, preset));
        return Scoring.score(input.model(), input.weights(), input.preset(), input.assessment());
    }

    public static <T> T ok(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Ok<T> ok -> ok.value();
            case Parsed.Invalid<T> invalid ->
                    throw new IllegalStateException(invalid.findings().toString());
        };
    }
}
