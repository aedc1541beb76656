package org.jieti.core.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything that a model states of one of its parts, field by field, children left out.
final class Facts {
    private final ModelEdition edition;
    private final Map<Fact.Field, Fact> facts = new LinkedHashMap<>();

    private Facts(ModelEdition edition) {
        this.edition = edition;
    }

    /// What holds for the model as a whole.
    static Map<Fact.Field, Fact> ofModel(ModelEdition edition) {
        Facts facts = new Facts(edition);
        MaturityModel model = edition.model();
        facts.words("name", model.name());
        facts.words("summary", model.summary());
        facts.words("disclaimer", model.disclaimer());
        Grading grading = model.grading();
        if (grading != null) {
            facts.figure("satisfied", "", grading.satisfied());
            facts.figure("spread", "", grading.spread());
            facts.put("overall", "", new Fact.Term(grading.overall()));
            facts.code("defaultPreset", grading.defaultPreset().id());
        }
        facts.figure("notApplicableCap", "", model.notApplicableCap());
        for (Effort effort : Effort.values()) {
            Integer cost = model.effortCost().get(effort);
            if (cost != null) {
                facts.figure("effortCost", effort.name(), cost);
            }
        }
        return facts.facts;
    }

    static Map<Fact.Field, Fact> of(ModelEdition edition, Level level) {
        Facts facts = new Facts(edition);
        facts.figure("number", "", level.number());
        facts.words("name", level.name());
        facts.words("meaning", level.meaning());
        return facts.facts;
    }

    static Map<Fact.Field, Fact> of(ModelEdition edition, Rating rating) {
        Facts facts = new Facts(edition);
        facts.words("name", rating.name());
        facts.figure("fulfilment", "", rating.fulfilment());
        return facts.facts;
    }

    static Map<Fact.Field, Fact> of(ModelEdition edition, Preset preset) {
        Facts facts = new Facts(edition);
        facts.words("name", preset.name());
        switch (preset) {
            case Preset.Share share -> {
                facts.code("rule", "share");
                facts.figure("threshold", "", share.threshold());
            }
            case Preset.Staged _ -> facts.code("rule", "staged");
            case Preset.BandOfScore _ -> facts.code("rule", "band");
        }
        return facts.facts;
    }

    static Map<Fact.Field, Fact> of(ModelEdition edition, Measure measure) {
        Facts facts = new Facts(edition);
        facts.words("name", measure.name());
        facts.words("asks", measure.asks());
        facts.code("unit", measure.unit());
        facts.put("direction", "", new Fact.Term(measure.direction()));
        facts.figure("least", "", measure.least());
        facts.figure("most", "", measure.most());
        measure.bands().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> {
                            Band band = entry.getValue();
                            facts.put("limit", entry.getKey(), new Fact.Bound(band.limit()));
                            facts.put("credit", entry.getKey(), new Fact.Slope(band.credit()));
                            facts.put(
                                    "bandStanding", entry.getKey(), new Fact.Term(band.standing()));
                        });
        return facts.facts;
    }

    static Map<Fact.Field, Fact> of(ModelEdition edition, Node node) {
        Facts facts = new Facts(edition);
        facts.words("name", node.name());
        switch (node) {
            case Domain domain -> facts.domain(domain);
            case Indicator indicator -> facts.indicator(indicator);
            case Criterion criterion -> facts.criterion(criterion);
        }
        return facts.facts;
    }

    private void domain(Domain domain) {
        words("alsoCalled", domain.alsoCalled());
        words("covers", domain.covers());
        for (Level level : edition.model().levels()) {
            Text statement = domain.statements().get(level.number());
            if (statement != null) {
                put("statement", level.code(), new Fact.Words(statement));
            }
        }
    }

    private void indicator(Indicator indicator) {
        words("asks", indicator.asks());
        put("standing", "", new Fact.Term(indicator.standing()));
        if (indicator.points() != null) {
            put("pointsRule", "", new Fact.Term(indicator.points()));
        }
        if (indicator.start() != null) {
            words("start", indicator.start().text());
            put("startSource", "", new Fact.Codes(indicator.start().source()));
        }
    }

    private void criterion(Criterion criterion) {
        if (criterion.level() > 0) {
            code("level", levelCode(criterion.level()));
        }
        put("kind", "", new Fact.Term(criterion.kind()));
        Double points = criterion.statedPoints();
        if (points != null) {
            figure("points", "", points);
        }
        Guidance guidance = edition.guidance().get(criterion.id());
        if (guidance != null) {
            words("question", guidance.question());
            for (Rating rating : edition.model().ratings().ratings()) {
                Text anchor = guidance.anchors().get(rating.id());
                if (anchor != null) {
                    put("anchor", rating.id(), new Fact.Words(anchor));
                }
            }
            words("evidence", guidance.evidence());
        }
        if (criterion.mandatory()) {
            put("mandatory", "", new Fact.So());
        }
        Veto veto = criterion.veto();
        if (veto != null) {
            put("veto", "", new Fact.Cap(levelCode(veto.cap()), veto.scope()));
        }
        if (criterion.mayBeNotApplicable()) {
            put("notApplicable", "", new Fact.So());
        }
        MeasureBand reading = criterion.reading();
        if (reading != null) {
            code("measure", reading.measure().value());
            code("band", reading.band());
        }
        put("effort", "", new Fact.Term(criterion.effort()));
        put("source", "", new Fact.Codes(criterion.source()));
        put("standing", "", new Fact.Term(criterion.standing()));
    }

    /// Codes survive where a level is inserted; numbers would not.
    private String levelCode(int number) {
        List<Level> levels = edition.model().levels();
        return number >= 1 && number <= levels.size()
                ? levels.get(number - 1).code()
                : Integer.toString(number);
    }

    private void put(String name, String of, Fact fact) {
        facts.put(new Fact.Field(name, of), fact);
    }

    private void words(String name, @Nullable Text text) {
        if (text != null) {
            put(name, "", new Fact.Words(text));
        }
    }

    private void figure(String name, String of, double value) {
        put(name, of, new Fact.Figure(value));
    }

    private void code(String name, String code) {
        put(name, "", new Fact.Code(code));
    }
}
