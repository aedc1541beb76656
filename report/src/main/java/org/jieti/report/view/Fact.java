package org.jieti.report.view;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Standing;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Coverage;
import org.jieti.report.weighing.WeightVerdict;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// Something the result rests on, with its name.
public record Fact(String label, String value) {

    static List<Fact> of(Subject subject) {
        Result result = subject.result();
        MaturityModel model = result.model();
        WeightSet weights = result.weights();
        Words words = subject.words();
        List<Fact> facts = new ArrayList<>();
        facts.add(
                new Fact(
                        words.say("basis.model"),
                        words.say(
                                "basis.model.value",
                                words.text(model.name()),
                                model.id().version(),
                                model.id())));
        String variant = words.variant();
        if (variant != null) {
            facts.add(
                    new Fact(
                            words.say("basis.variant"),
                            variant + words.say("list.separator") + words.variation()));
        }
        facts.add(new Fact(words.say("basis.summary"), words.text(model.summary())));
        facts.add(
                new Fact(
                        words.say("basis.weights"),
                        words.say(
                                "basis.weights.value",
                                words.text(weights.name()),
                                words.status(weights.status()),
                                words.method(weights.method()),
                                words.text(weights.provenance()))));
        String verdict = WeightVerdict.of(weights, model, words.language());
        if (!verdict.isEmpty()) {
            facts.add(new Fact(words.say("basis.weights.verdict"), verdict));
        }
        Preset preset = result.preset();
        if (preset != null) {
            facts.add(
                    new Fact(
                            words.say("basis.preset"),
                            words.say(
                                    "basis.preset.value",
                                    words.text(preset.name()),
                                    words.rule(preset, subject.satisfied()))));
            facts.add(new Fact(words.say("basis.limits"), limits(subject)));
        }
        facts.add(new Fact(words.say("basis.ratings"), ratings(subject)));
        facts.add(new Fact(words.say("basis.answers"), answers(subject)));
        facts.add(new Fact(words.say("basis.as-of"), result.assessment().asOf().toString()));
        facts.add(new Fact(words.say("basis.engine"), result.engineVersion()));
        return facts;
    }

    private static String limits(Subject subject) {
        if (subject.result().model().grading() == null) {
            return "";
        }
        return !subject.hasTotal()
                ? subject.words()
                        .say("basis.limits.profile", Numbers.fulfilment(subject.satisfied()))
                : subject.words()
                        .say(
                                "basis.limits.value",
                                subject.result().model().grading().spread(),
                                Numbers.fulfilment(subject.satisfied()));
    }

    private static String ratings(Subject subject) {
        Words words = subject.words();
        return subject.result().model().ratings().ratings().stream()
                .map(
                        rating ->
                                words.say(
                                        "basis.rating",
                                        words.text(rating.name()),
                                        Numbers.fulfilment(rating.fulfilment())))
                .collect(Collectors.joining(words.say("list.names")));
    }

    private static String answers(Subject subject) {
        Coverage coverage = subject.result().tree().coverage();
        return subject.words()
                .say(
                        "basis.answers.value",
                        coverage.answered(),
                        coverage.unanswered(),
                        coverage.insufficient(),
                        coverage.notApplicable(),
                        Numbers.percent(subject.result().model().notApplicableCap()));
    }

    /// The standings that occur in the model, with their meaning.
    static List<Fact> standings(Subject subject) {
        Set<Standing> occurring = EnumSet.noneOf(Standing.class);
        subject.result()
                .model()
                .criteria()
                .forEach(criterion -> occurring.add(criterion.standing()));
        return occurring.stream()
                .map(
                        standing ->
                                new Fact(
                                        subject.words().standing(standing),
                                        subject.words().meaning(standing)))
                .toList();
    }
}
