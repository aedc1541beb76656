package org.jieti.server.demo;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jieti.catalog.Catalog;
import org.jieti.catalog.finding.Parsed;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.ScoringInput;
import org.jieti.server.shared.ServerSettings;
import org.springframework.stereotype.Component;

/// What invented units answer: the samples that the product ships with, and mixtures of them.
@Component
class DemoAnswers {
    private static final long SEED = 2021;

    private final Path home;

    DemoAnswers(ServerSettings settings) {
        this.home = settings.home();
    }

    /// The answers of a sample.
    ///
    /// @param name as in `growing-city`
    Assessment sample(String name) {
        Path file = home.resolve("samples").resolve("dgimm").resolve(name + ".yaml");
        Parsed<ScoringInput> read =
                new Catalog(home.resolve("models")).scoringInput(file, null, null);
        if (read instanceof Parsed.Ok<ScoringInput>(ScoringInput input, _)) {
            return input.assessment();
        }
        throw new IllegalStateException("The sample %s: %s".formatted(file, read.findings()));
    }

    /// The answers of a unit between two others, the same at every call.
    ///
    /// @param share of the criteria that are answered as by the upper, in [0, 1]
    static Assessment between(Assessment lower, Assessment upper, double share) {
        Map<NodeId, Answer> answers = new HashMap<>(lower.answers());
        SplittableRandom random = new SplittableRandom(SEED);
        for (NodeId criterion : sorted(lower)) {
            Answer above = upper.answers().get(criterion);
            if (random.nextDouble() < share && above != null) {
                answers.put(criterion, above);
            }
        }
        return new Assessment(
                lower.model(),
                lower.unit(),
                lower.asOf(),
                answers,
                share < 0.5 ? lower.measures() : upper.measures());
    }

    /// The first part of the answers, as of a unit that is still at it.
    ///
    /// @param share of the criteria that are answered, in [0, 1]
    static Assessment begun(Assessment whole, double share) {
        Map<NodeId, Answer> answers = new HashMap<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (NodeId criterion : sorted(whole)) {
            if (random.nextDouble() < share) {
                answers.put(criterion, whole.answer(criterion));
            }
        }
        return new Assessment(whole.model(), whole.unit(), whole.asOf(), answers, Map.of());
    }

    private static List<NodeId> sorted(Assessment assessment) {
        return assessment.answers().keySet().stream().sorted().toList();
    }
}
