package org.jieti.report.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.jieti.core.model.Language;
import org.jieti.core.model.Level;
import org.jieti.core.model.Node;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.core.model.Text;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths.Strength;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// What units were scored by and what was uncertain about it, in one language.
public final class BasisWords {
    private final Basis basis;
    private final Language language;

    public BasisWords(Basis basis, Language language) {
        this.basis = basis;
        this.language = language;
    }

    private String say(String key, Object... values) {
        return PageTemplate.say(SensitivityWords.PAGE, language, key, values);
    }

    /// The model, and what units were scored by.
    public String facts() {
        List<String> facts = new ArrayList<>();
        switch (basis) {
            case Basis.Assessed(var model, var weights, var preset) -> {
                facts.add(text(model.name()) + " " + model.id());
                facts.add(say("fact.weights", text(weights.name())));
                if (preset != null) {
                    facts.add(say("fact.preset", text(preset.name())));
                }
            }
            case Basis.Indexed(var model, _) -> facts.add(text(model.name()) + " " + model.id());
        }
        return String.join(" · ", facts);
    }

    private String text(Text text) {
        return text.in(language);
    }

    private String join(String key, List<String> parts) {
        return String.join(Words.say(language, key), parts);
    }

    /// The name of a domain, or of a child of an index's root.
    public String part(int part) {
        return text(
                switch (basis) {
                    case Basis.Assessed(var model, _, _) -> model.domains().get(part).name();
                    case Basis.Indexed(var model, _) -> model.root().parts().get(part).name();
                });
    }

    /// The same by id.
    public String part(NodeId id) {
        return switch (basis) {
            case Basis.Assessed(var model, _, _) ->
                    model.domains().stream()
                            .filter(domain -> domain.id().equals(id))
                            .map(domain -> text(domain.name()))
                            .findFirst()
                            .orElse(id.value());
            case Basis.Indexed(var model, _) ->
                    model.root().parts().stream()
                            .filter(node -> node.id().equals(id))
                            .map(node -> text(node.name()))
                            .findFirst()
                            .orElse(id.value());
        };
    }

    /// A level or band in full; bands are counted from the lowest.
    public String level(int number) {
        return switch (basis) {
            case Basis.Assessed(var model, _, _) -> {
                Level level = model.level(number);
                yield level.code() + " " + text(level.name());
            }
            case Basis.Indexed(var model, _) ->
                    model.bands().get(model.bands().size() - number).code();
        };
    }

    /// What was drawn, and how.
    public String varied(Uncertainty uncertainty) {
        List<String> parts = new ArrayList<>();
        UncertainWeights weights = uncertainty.weights();
        if (weights != null && weights.elsewhere() != null) {
            parts.add(distribution(weights.elsewhere()));
        }
        if (weights != null) {
            for (UncertainWeights.Group group : weights.groups()) {
                String of = group.parent() == null ? say("varied.top") : node(group.parent());
                WeightDistribution by = group.distribution();
                parts.add(
                        say(
                                "varied.group",
                                of,
                                by == null ? say("varied.weights.fixed") : distribution(by)));
            }
        }
        if (uncertainty.evidence() != null) {
            for (Strength strength : uncertainty.evidence().strengths()) {
                if (!strength.isCertain()) {
                    parts.add(
                            strength.id().isEmpty()
                                    ? ratings("varied.ratings", strength)
                                    : ratings("varied.ratings.strength", strength));
                }
            }
        }
        if (uncertainty.missing() == Uncertainty.MissingAnswers.ANY_RATING) {
            parts.add(say("varied.missing"));
        }
        if (!uncertainty.choices().presets().isEmpty()) {
            parts.add(say("varied.presets", join("list.names", presets(uncertainty.choices()))));
        }
        if (!uncertainty.choices().aggregations().isEmpty()) {
            parts.add(say("varied.aggregations", uncertainty.choices().aggregations().size()));
        }
        if (!uncertainty.choices().normalisations().isEmpty()) {
            parts.add(say("varied.normalisations", uncertainty.choices().normalisations().size()));
        }
        return parts.isEmpty() ? say("varied.none") : say("varied", join("list.separator", parts));
    }

    private String ratings(String key, Strength strength) {
        return say(
                key,
                Numbers.percent(strength.up()),
                Numbers.percent(strength.down()),
                Numbers.percent(strength.measure()),
                strength.id());
    }

    /// The name of a node; its id where there is none.
    private String node(NodeId id) {
        return switch (basis) {
            case Basis.Assessed(var model, _, _) -> {
                Node node = model.find(id);
                yield node == null ? id.value() : text(node.name());
            }
            case Basis.Indexed(var model, _) ->
                    model.root().branches().stream()
                            .filter(branch -> branch.id().equals(id))
                            .map(branch -> text(branch.name()))
                            .findFirst()
                            .orElse(id.value());
        };
    }

    private List<String> presets(Choices choices) {
        return choices.presets().stream().map(this::preset).toList();
    }

    private String preset(Choices.Option<String> option) {
        if (basis instanceof Basis.Assessed(var model, _, _) && model.grading() != null) {
            Preset preset = model.grading().find(option.value());
            return preset == null ? option.value() : text(preset.name());
        }
        return option.value();
    }

    private String distribution(WeightDistribution distribution) {
        return switch (distribution) {
            case WeightDistribution.Any _ -> say("varied.weights.any");
            case WeightDistribution.Around(double concentration) ->
                    say("varied.weights.around", Numbers.measured(concentration));
            case WeightDistribution.PlusMinus(double share) ->
                    say("varied.weights.share", Numbers.percent(share));
            case WeightDistribution.BetweenExperts _ -> say("varied.weights.experts");
            case WeightDistribution.Within _ -> say("varied.weights.within");
        };
    }
}
