package org.jieti.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jieti.catalog.finding.Parsed;
import org.jieti.catalog.format.AssessmentText;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.assessment.Unit;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.CriterionKind;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Rating;
import org.jieti.core.result.ScoringInput;
import org.jieti.testkit.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is written as a file is what is read from it.
class AssessmentTextTest {
    private static final Catalog CATALOG = new Catalog(Path.of("..", "models"));
    private static final List<String> MODELS = List.of("dgimm", "gartner", "nag", "odmm");

    /// Texts that YAML could take for something else, or that could end a line of it.
    private static final List<String> NOTES =
            List.of(
                    "",
                    "已建成，覆盖 9 个部门",
                    "yes",
                    "1.20",
                    "null",
                    "- a: b # c",
                    "two lines\nand \"quotes\"\tand a tab",
                    "{rating: met}",
                    "'",
                    "*anchor &anchor !tag %TAG @x `y`",
                    "line\u2028separator, next\u0085line, bell\u0007, 𠮷 beyond the basic plane",
                    "2026-06-30");

    @TempDir private Path folder;

    private static MaturityModel model(String name) {
        return ((Parsed.Ok<MaturityModel>) CATALOG.modelNamed(name)).value();
    }

    private Assessment readBack(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("assessment.yaml"), text);
        Parsed<ScoringInput> read = CATALOG.scoringInput(file, null, null);
        assertThat(read.findings()).isEmpty();
        return ((Parsed.Ok<ScoringInput>) read).value().assessment();
    }

    private static Assessment random(MaturityModel model, RandomGenerator random) {
        Map<NodeId, Answer> answers = new HashMap<>();
        List<Rating> scale = model.ratings().ratings();
        boolean excluded = false;
        for (Criterion criterion : model.criteria()) {
            String note = NOTES.get(random.nextInt(NOTES.size()));
            String reason = NOTES.get(1 + random.nextInt(NOTES.size() - 1));
            int state = random.nextInt(10);
            if (state == 0) {
                answers.put(criterion.id(), new Answer.InsufficientEvidence(reason));
            } else if (state == 1 && !excluded && criterion.mayBeNotApplicable()) {
                excluded = true;
                answers.put(criterion.id(), new Answer.NotApplicable(reason));
            } else if (state > 2 && criterion.kind() != CriterionKind.METRIC) {
                answers.put(
                        criterion.id(),
                        new Answer.Rated(scale.get(random.nextInt(scale.size())), note));
            }
        }
        Map<MeasureId, Reading> measures = new HashMap<>();
        model.measures()
                .forEach(
                        measure ->
                                measures.put(
                                        measure.id(),
                                        new Reading(
                                                random.nextBoolean()
                                                        ? measure.least()
                                                        : random.nextDouble(
                                                                measure.least(),
                                                                Math.min(measure.most(), 1e12)),
                                                measure.unit())));
        return new Assessment(
                model.id(),
                new Unit("0107", "示例市: \"数据局\" # 1", random.nextBoolean() ? "" : "no", "县级"),
                LocalDate.of(2026, 6, 30),
                answers,
                measures);
    }

    @Seeds(20)
    void an_assessment_reads_back_as_itself_by_every_model(RandomGenerator random)
            throws IOException {
        for (String name : MODELS) {
            MaturityModel model = model(name);
            Assessment assessment = random(model, random);

            assertThat(readBack(AssessmentText.of(assessment, model, List.of())))
                    .isEqualTo(assessment);
        }
    }

    @Test
    void remarks_stand_above_and_cannot_end_their_line() throws IOException {
        MaturityModel model = model("nag");
        Assessment empty =
                new Assessment(
                        model.id(),
                        new Unit("1", "甲示例局", "", ""),
                        LocalDate.of(2026, 6, 30),
                        Map.of(),
                        Map.of());

        String text =
                AssessmentText.of(empty, model, List.of("年度评估", "title\nanswers: {}\u2028x: 1"));

        assertThat(text).startsWith("# 年度评估\n# title answers: {} x: 1\nmodel: nag@");
        assertThat(readBack(text)).isEqualTo(empty);
    }
}
