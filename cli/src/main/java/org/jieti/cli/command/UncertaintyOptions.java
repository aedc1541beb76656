package org.jieti.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jieti.catalog.Uncertainties;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.Session;
import org.jieti.core.model.Grading;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.population.Aggregation;
import org.jieti.core.population.IndexModel;
import org.jieti.core.population.Normalisation;
import org.jieti.core.population.Population;
import org.jieti.core.uncertainty.Choices;
import org.jieti.core.uncertainty.EvidenceStrengths;
import org.jieti.core.uncertainty.UncertainWeights;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.core.uncertainty.Uncertainty.MissingAnswers;
import org.jieti.core.uncertainty.WeightDistribution;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What is uncertain, as a command line says it.
record UncertaintyOptions(
        OptionSpec spread,
        OptionSpec doubt,
        OptionSpec missing,
        OptionSpec presets,
        OptionSpec aggregations,
        OptionSpec normalisations) {
    private static final String DEFAULT_SPREAD = "25%";
    private static final String DEFAULT_DOUBT = "10%";
    private static final Pattern COMMA = Pattern.compile(",");

    /// Where missing answers go, named as on the command line.
    enum Missing {
        stay,
        any
    }

    UncertaintyOptions() {
        this(
                Arguments.option("--spread", "SHARE|around:N|any|experts|0|FILE", String.class),
                Arguments.option("--doubt", "SHARE", String.class),
                Arguments.option("--missing", "stay|any", Missing.class),
                Arguments.option("--presets", "all|ID,ID", String.class),
                Arguments.option("--aggregations", "NAME,NAME", String.class),
                Arguments.option("--normalisations", "NAME,NAME", String.class));
    }

    List<ArgSpec> arguments() {
        return List.of(spread, doubt, missing, presets, aggregations, normalisations);
    }

    /// What is uncertain about assessed units; null, with a message, where an option is no use.
    @Nullable Uncertainty of(Session session, MaturityModel model, WeightSet set) {
        Path file = file();
        if (file != null) {
            return alone(session, () -> Uncertainties.of(file, model, set));
        }
        UncertainWeights weights = weights(session);
        EvidenceStrengths evidence = evidence(session);
        List<Choices.Option<String>> chosen = presets(session, model);
        if (weights == null || evidence == null || chosen == null || isOnlyForIndexes(session)) {
            return null;
        }
        Uncertainty uncertainty =
                Uncertainty.NONE
                        .with(new Choices(chosen, List.of(), List.of()))
                        .with(
                                Arguments.optional(missing, Missing.class) == Missing.any
                                        ? MissingAnswers.ANY_RATING
                                        : MissingAnswers.STAY_MISSING);
        if (weights.elsewhere() != null) {
            uncertainty = uncertainty.with(weights);
        }
        return evidence.strengths().getFirst().isCertain()
                ? uncertainty
                : uncertainty.with(evidence);
    }

    /// What is uncertain about an index; null, with a message, where an option is no use.
    @Nullable Uncertainty ofIndex(Session session, IndexModel model, Population population) {
        Path file = file();
        if (file != null) {
            return alone(session, () -> Uncertainties.of(file, model, population));
        }
        UncertainWeights weights = weights(session);
        List<Choices.Option<Aggregation>> ways =
                choices(session, aggregations, UncertaintyOptions::aggregation);
        List<Choices.Option<Normalisation>> scales =
                choices(session, normalisations, UncertaintyOptions::normalisation);
        for (OptionSpec option : List.of(doubt, missing, presets)) {
            if (option.getValue() != null) {
                session.badInput("uncertainty.not-index", option.longestName());
                return null;
            }
        }
        if (weights == null || ways == null || scales == null) {
            return null;
        }
        Uncertainty uncertainty = Uncertainty.NONE.with(new Choices(List.of(), ways, scales));
        return weights.elsewhere() == null ? uncertainty : uncertainty.with(weights);
    }

    /// The file that says what is uncertain; null for none.
    private @Nullable Path file() {
        String asked = Arguments.optional(spread, String.class);
        boolean isFile =
                asked != null
                        && (asked.endsWith(".yaml")
                                || asked.endsWith(".yml")
                                || asked.endsWith(".json"));
        return isFile ? Path.of(asked) : null;
    }

    /// A file says all there is to say.
    private @Nullable Uncertainty alone(Session session, Supplier<Parsed<Uncertainty>> file) {
        for (OptionSpec option : List.of(doubt, missing, presets, aggregations, normalisations)) {
            if (option.getValue() != null) {
                session.badInput("uncertainty.file-alone", option.longestName());
                return null;
            }
        }
        Parsed<Uncertainty> read = file.get();
        session.print(read.findings());
        return switch (read) {
            case Parsed.Ok<Uncertainty> ok -> ok.value();
            case Parsed.Invalid<Uncertainty> _ -> null;
        };
    }

    private boolean isOnlyForIndexes(Session session) {
        for (OptionSpec option : List.of(aggregations, normalisations)) {
            if (option.getValue() != null) {
                session.badInput("uncertainty.only-index", option.longestName());
                return true;
            }
        }
        return false;
    }

    private String asked(OptionSpec option, String otherwise) {
        String asked = Arguments.optional(option, String.class);
        return asked == null ? otherwise : asked;
    }

    private @Nullable UncertainWeights weights(Session session) {
        String asked = asked(spread, DEFAULT_SPREAD);
        WeightDistribution distribution = null;
        if (asked.equals("any")) {
            distribution = new WeightDistribution.Any();
        } else if (asked.equals("experts")) {
            distribution = new WeightDistribution.BetweenExperts();
        } else if (asked.startsWith("around:")) {
            Double concentration = number(asked.substring("around:".length()));
            distribution =
                    concentration != null && concentration > 0
                            ? new WeightDistribution.Around(concentration)
                            : null;
        } else {
            Double share = share(asked);
            if (share != null && share == 0) {
                return new UncertainWeights(null, List.of());
            }
            distribution =
                    share != null && share <= 1 ? new WeightDistribution.PlusMinus(share) : null;
        }
        if (distribution == null) {
            session.badInput("usage.value", spread.longestName(), asked);
            return null;
        }
        return UncertainWeights.everywhere(distribution);
    }

    /// One strength for all evidence.
    private @Nullable EvidenceStrengths evidence(Session session) {
        String asked = asked(doubt, DEFAULT_DOUBT);
        Double share = share(asked);
        if (share == null || share > 0.5) {
            session.badInput("usage.value", doubt.longestName(), asked);
            return null;
        }
        return new EvidenceStrengths(
                List.of(new EvidenceStrengths.Strength("", share, share, share)), List.of());
    }

    private @Nullable List<Choices.Option<String>> presets(Session session, MaturityModel model) {
        String asked = Arguments.optional(presets, String.class);
        if (asked == null) {
            return List.of();
        }
        Grading grading = model.grading();
        List<Choices.Option<String>> chosen = new ArrayList<>();
        if (grading != null && asked.equals("all")) {
            grading.presets().forEach(preset -> chosen.add(new Choices.Option<>(preset.id(), 1)));
            return chosen;
        }
        for (String id : COMMA.split(asked, -1)) {
            Preset preset = grading == null ? null : grading.find(id);
            if (preset == null) {
                session.badInput("usage.value", presets.longestName(), id);
                return null;
            }
            chosen.add(new Choices.Option<>(id, 1));
        }
        return chosen;
    }

    private interface Named<T> {
        /// Null for a name that means nothing.
        @Nullable T of(String name);
    }

    private static <T> @Nullable List<Choices.Option<T>> choices(
            Session session, OptionSpec option, Named<T> named) {
        List<Choices.Option<T>> chosen = new ArrayList<>();
        String asked = Arguments.optional(option, String.class);
        if (asked == null) {
            return chosen;
        }
        for (String name : COMMA.split(asked, -1)) {
            T value = named.of(name);
            if (value == null) {
                session.badInput("usage.value", option.longestName(), name);
                return null;
            }
            chosen.add(new Choices.Option<>(value, 1));
        }
        return chosen;
    }

    private static @Nullable Aggregation aggregation(String name) {
        return switch (name) {
            case "arithmetic-mean" -> Aggregation.ARITHMETIC_MEAN;
            case "geometric-mean" -> Aggregation.GEOMETRIC_MEAN;
            case "harmonic-mean" -> Aggregation.HARMONIC_MEAN;
            case "minimum" -> Aggregation.MINIMUM;
            default -> null;
        };
    }

    /// Scales begin at 1 so that every aggregation is defined on them.
    private static @Nullable Normalisation normalisation(String name) {
        return switch (name) {
            case "min-max" -> new Normalisation.MinMax(1, 100);
            case "z-score" -> new Normalisation.ZScore(100, 10);
            case "rank" -> new Normalisation.Rank();
            default -> null;
        };
    }

    /// A share, as in `0.25` or `25%`; null if it is none.
    static @Nullable Double share(String written) {
        boolean percent = written.endsWith("%");
        Double number = number(percent ? written.substring(0, written.length() - 1) : written);
        return number == null || number < 0 ? null : percent ? number / 100 : number;
    }

    private static @Nullable Double number(String written) {
        try {
            double number = Double.parseDouble(written);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
