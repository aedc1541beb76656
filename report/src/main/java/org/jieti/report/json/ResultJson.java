package org.jieti.report.json;

import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.assessment.Reading;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Indicator;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.MeasureBand;
import org.jieti.core.model.Overall;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.jieti.core.model.Variation;
import org.jieti.core.model.WeightRecord;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.BranchScore;
import org.jieti.core.scoring.Coverage;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Score;
import org.jieti.core.scoring.ScoreNode;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// A result as JSON, by the schema `result.v1`: what it rests on, the levels with their reasons,
/// and the whole derivation. Numbers keep their full precision; fields keep their order, and one
/// that does not apply is null.
public final class ResultJson {
    public static final String FORMAT = "urn:jieti:schema:result:1";

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final JsonGenerator json;
    private final Result result;

    private ResultJson(JsonGenerator json, Result result) {
        this.json = json;
        this.result = result;
    }

    public static String render(Result result) {
        StringWriter out = new StringWriter();
        write(result, out);
        return out.toString();
    }

    /// Writes the result. The writer stays open.
    public static void write(Result result, Writer out) {
        try (JsonGenerator json = FACTORY.createGenerator(new Indented(), out)) {
            new ResultJson(json, result).root();
            json.writeRaw('\n');
        }
    }

    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private void root() {
        json.writeStartObject();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("engineVersion", result.engineVersion());
        model(result.model());
        weightSet(result.weights());
        preset(result.preset());
        assessment(result.assessment());
        json.writeName("overall");
        json.writeStartObject();
        outcome(total(), result.tree().coverage(), result.overall());
        json.writeEndObject();
        json.writeArrayPropertyStart("domains");
        result.domains().forEach(this::domain);
        json.writeEndArray();
        json.writeArrayPropertyStart("derivation");
        result.tree().domains().forEach(this::branch);
        json.writeEndArray();
        json.writeEndObject();
    }

    /// Null where the result is the profile of its domains.
    private @Nullable Score total() {
        Grading grading = result.model().grading();
        return grading != null && grading.overall() == Overall.NONE ? null : result.tree().total();
    }

    private void model(MaturityModel model) {
        json.writeName("model");
        json.writeStartObject();
        json.writeStringProperty("id", model.id().toString());
        Variation variation = model.variation();
        if (variation != null) {
            json.writeStringProperty("extends", variation.of().toString());
            json.writeArrayPropertyStart("changed");
            for (Variation.Change change : variation.changes()) {
                json.writeStartObject();
                json.writeStringProperty("change", lower(change.kind()));
                json.writeStringProperty("at", change.at());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        text("name", model.name());
        text("disclaimer", model.disclaimer());
        json.writeArrayPropertyStart("levels");
        for (Level level : model.levels()) {
            json.writeStartObject();
            json.writeNumberProperty("number", level.number());
            json.writeStringProperty("code", level.code());
            text("name", level.name());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void weightSet(WeightSet weights) {
        json.writeName("weightSet");
        json.writeStartObject();
        json.writeStringProperty("id", weights.id());
        text("name", weights.name());
        json.writeStringProperty("status", lower(weights.status()));
        json.writeStringProperty("method", weights.method());
        text("provenance", weights.provenance());
        consistency(weights.record());
        json.writeEndObject();
    }

    /// Null where nothing is known of the judgements, or nothing measured.
    private void consistency(@Nullable WeightRecord record) {
        WeightRecord.Verdict verdict = record == null ? null : record.verdict();
        json.writeName("consistency");
        if (verdict == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("judged", verdict.judged());
        json.writeNumberProperty("above", verdict.above());
        json.writeName("worst");
        json.writeStartObject();
        nullable("under", verdict.under() == null ? null : verdict.under().value());
        nullable("expert", verdict.worst().expert());
        json.writeStringProperty("measure", lower(verdict.worst().measure()).replace('_', '-'));
        json.writeNumberProperty("value", verdict.worst().value());
        json.writeName("limit");
        if (verdict.worst().limit() == null) {
            json.writeNull();
        } else {
            json.writeNumber(verdict.worst().limit());
        }
        nullable("table", verdict.worst().table());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void nullable(String key, @Nullable String text) {
        json.writeName(key);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private void preset(@Nullable Preset preset) {
        json.writeName("preset");
        if (preset == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("id", preset.id());
        text("name", preset.name());
        json.writeStringProperty(
                "rule",
                switch (preset) {
                    case Preset.Share _ -> "share";
                    case Preset.Staged _ -> "staged";
                    case Preset.BandOfScore _ -> "band";
                });
        number(
                "threshold",
                switch (preset) {
                    case Preset.Share share -> share.threshold();
                    case Preset.Staged _, Preset.BandOfScore _ -> null;
                });
        json.writeEndObject();
    }

    private void assessment(Assessment assessment) {
        json.writeName("unit");
        json.writeStartObject();
        json.writeStringProperty("id", assessment.unit().id());
        json.writeStringProperty("name", assessment.unit().name());
        json.writeStringProperty("region", assessment.unit().region());
        json.writeStringProperty("peerGroup", assessment.unit().peerGroup());
        json.writeEndObject();
        json.writeStringProperty("asOf", assessment.asOf().toString());
    }

    private void domain(DomainResult domain) {
        json.writeStartObject();
        json.writeStringProperty("id", domain.domain().id().value());
        text("name", domain.domain().name());
        exclusion(domain.score());
        outcome(domain.score().score(), domain.score().coverage(), domain.grade());
        json.writeEndObject();
    }

    private void outcome(@Nullable Score score, Coverage coverage, @Nullable Grade grade) {
        score(score);
        coverage(coverage);
        Attained attained = grade == null ? null : grade.attained();
        integer("level", attained == null ? null : attained.level());
        integer("levelBeforeLimits", attained == null ? null : attained.beforeLimits());
        number("position", attained == null ? null : attained.position());
        json.writeName("possible");
        if (grade == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeNumberProperty("lowest", grade.possible().lowest());
            json.writeNumberProperty("highest", grade.possible().highest());
            json.writeEndObject();
        }
        limits(attained == null ? List.of() : attained.limits());
        json.writeArrayPropertyStart("levels");
        if (grade != null) {
            grade.levels().forEach(this::verdict);
        }
        json.writeEndArray();
        gates(grade == null ? List.of() : grade.gates());
        next(grade == null ? null : grade.next());
    }

    private void score(@Nullable Score score) {
        json.writeName("score");
        if (score == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        number("now", score.now());
        number("lowest", score.lowest());
        number("highest", score.highest());
        json.writeEndObject();
    }

    private void coverage(Coverage coverage) {
        json.writeName("coverage");
        json.writeStartObject();
        number("answeredShare", coverage.answeredShare());
        number("insufficientShare", coverage.insufficientShare());
        number("unansweredShare", coverage.unansweredShare());
        json.writeNumberProperty("answered", coverage.answered());
        json.writeNumberProperty("insufficient", coverage.insufficient());
        json.writeNumberProperty("unanswered", coverage.unanswered());
        json.writeNumberProperty("notApplicable", coverage.notApplicable());
        json.writeEndObject();
    }

    private void verdict(LevelVerdict verdict) {
        json.writeStartObject();
        json.writeNumberProperty("level", verdict.level());
        json.writeNumberProperty("asked", verdict.asked());
        json.writeNumberProperty("unsatisfied", verdict.unsatisfied());
        number("share", verdict.share());
        number("highestShare", verdict.highestShare());
        number("scoreFrom", verdict.scoreFrom());
        json.writeBooleanProperty("reached", verdict.reached());
        json.writeEndObject();
    }

    private void limits(List<LevelLimit> limits) {
        json.writeArrayPropertyStart("limits");
        for (LevelLimit limit : limits) {
            json.writeStartObject();
            json.writeStringProperty("rule", lower(limit.rule()));
            json.writeNumberProperty("cap", limit.cap());
            json.writeArrayPropertyStart("causes");
            limit.causes().forEach(cause -> json.writeString(cause.value()));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void gates(List<GateVerdict> gates) {
        json.writeArrayPropertyStart("gates");
        for (GateVerdict gate : gates) {
            json.writeStartObject();
            json.writeStringProperty("kind", lower(gate.kind()));
            json.writeStringProperty("scope", lower(gate.scope()));
            json.writeStringProperty("domain", gate.domain().value());
            json.writeStringProperty("criterion", gate.criterion().id().value());
            json.writeNumberProperty("cap", gate.cap());
            json.writeStringProperty("verdict", lower(gate.verdict()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void next(@Nullable NextLevel next) {
        json.writeName("next");
        if (next == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeNumberProperty("level", next.level());
        json.writeArrayPropertyStart("shortfalls");
        for (NextLevel.Shortfall shortfall : next.shortfalls()) {
            json.writeStartObject();
            json.writeNumberProperty("level", shortfall.level());
            json.writeStringProperty("quantity", lower(shortfall.quantity()));
            number("have", shortfall.have());
            number("need", shortfall.need());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("failing");
        for (NextLevel.Failing failing : next.failing()) {
            json.writeStartObject();
            json.writeStringProperty("criterion", failing.criterion().id().value());
            number("gain", failing.gain());
            json.writeEndObject();
        }
        json.writeEndArray();
        gates(next.gates());
        limits(next.limits());
        json.writeEndObject();
    }

    private void node(ScoreNode node) {
        switch (node) {
            case BranchScore branch -> branch(branch);
            case CriterionScore criterion -> criterion(criterion);
        }
    }

    private void branch(BranchScore branch) {
        json.writeStartObject();
        json.writeStringProperty("id", branch.id().value());
        json.writeStringProperty(
                "type",
                switch (branch.node()) {
                    case Domain _ -> "domain";
                    case Indicator _ -> "indicator";
                    case Criterion _ -> throw new IllegalStateException("A criterion is no branch");
                });
        text("name", branch.node().name());
        exclusion(branch);
        number("weight", branch.weight());
        number("appliedWeight", branch.appliedWeight());
        number("weightInDomain", branch.weightInDomain());
        number("effectiveWeight", branch.effectiveWeight());
        score(branch.score());
        coverage(branch.coverage());
        number("contributionToDomain", branch.contributionToDomain());
        number("contribution", branch.contribution());
        json.writeArrayPropertyStart("children");
        branch.children().forEach(this::node);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void criterion(CriterionScore score) {
        Criterion criterion = score.criterion();
        json.writeStartObject();
        json.writeStringProperty("id", criterion.id().value());
        json.writeStringProperty("type", "criterion");
        text("name", criterion.name());
        exclusion(score);
        integer("level", criterion.level() == 0 ? null : criterion.level());
        json.writeStringProperty("kind", lower(criterion.kind()));
        json.writeStringProperty("standing", lower(criterion.standing()));
        json.writeArrayPropertyStart("source");
        criterion.source().forEach(json::writeString);
        json.writeEndArray();
        json.writeStringProperty("state", lower(score.state()));
        answer(score.answer());
        measure(criterion.reading());
        json.writeName("fulfilment");
        json.writeStartObject();
        number("own", score.fulfilment().own());
        number("value", score.fulfilment().value());
        number("best", score.bestFulfilment());
        json.writeEndObject();
        number("statedPoints", score.statedPoints());
        number("points", score.points());
        number("earned", score.earned());
        number("weightInDomain", score.weightInDomain());
        number("effectiveWeight", score.effectiveWeight());
        number("contributionToDomain", score.contributionToDomain());
        number("contribution", score.contribution());
        json.writeEndObject();
    }

    /// The rating given, and what was written with the answer.
    private void answer(Answer answer) {
        String rating =
                switch (answer) {
                    case Answer.Rated rated -> rated.rating().id();
                    case Answer.NotApplicable _,
                            Answer.InsufficientEvidence _,
                            Answer.Unanswered _ ->
                            null;
                };
        String remark =
                switch (answer) {
                    case Answer.Rated rated -> rated.note();
                    case Answer.NotApplicable excluded -> excluded.reason();
                    case Answer.InsufficientEvidence insufficient -> insufficient.reason();
                    case Answer.Unanswered _ -> "";
                };
        string("rating", rating);
        string("remark", remark.isBlank() ? null : remark);
    }

    private void measure(@Nullable MeasureBand reads) {
        json.writeName("measure");
        if (reads == null) {
            json.writeNull();
            return;
        }
        Reading reading = result.assessment().measures().get(reads.measure());
        json.writeStartObject();
        json.writeStringProperty("id", reads.measure().value());
        json.writeStringProperty("band", reads.band());
        number("value", reading == null ? null : reading.value());
        string("unit", reading == null ? null : reading.unit());
        json.writeEndObject();
    }

    private void exclusion(ScoreNode node) {
        string("exclusion", node.exclusion() == null ? null : lower(node.exclusion()));
    }

    private void text(String field, Text text) {
        json.writeName(field);
        json.writeStartObject();
        json.writeStringProperty("zh", text.zh());
        json.writeStringProperty("en", text.en());
        json.writeEndObject();
    }

    private void string(String field, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(field);
        } else {
            json.writeStringProperty(field, value);
        }
    }

    private void number(String field, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(field);
        } else {
            json.writeNumberProperty(field, value.doubleValue());
        }
    }

    private void integer(String field, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(field);
        } else {
            json.writeNumberProperty(field, value.intValue());
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
