package org.jieti.report.robustness;

import java.util.Locale;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.sensitivity.BasisWords;
import org.jieti.report.words.Numbers;
import org.jieti.robustness.montecarlo.Robustness;
import org.jieti.robustness.montecarlo.Robustness.Ranks;
import org.jieti.robustness.montecarlo.Robustness.Spread;
import org.jieti.robustness.montecarlo.RunLimit;
import org.jieti.robustness.ranking.Share;
import org.jspecify.annotations.Nullable;

/// What a Monte Carlo says, in one language.
public final class RobustnessWords {
    static final String PAGE = "robustness";

    private static final String NONE = "–";

    /// What is shown of a share that is neither none nor all, and yet rounds to one of them.
    private static final double LEAST_SHOWN = 0.001;

    private final RobustnessReport report;
    private final Language language;
    private final BasisWords basis;

    public RobustnessWords(RobustnessReport report, Language language) {
        this.report = report;
        this.language = language;
        this.basis = new BasisWords(report.basis(), language);
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, language, key, values);
    }

    public String title() {
        return report.units().size() == 1
                ? say("title.one", unit(0))
                : say("title.many", report.units().size());
    }

    /// The name of a unit; its id where it has none.
    public String unit(int unit) {
        String name = report.units().get(unit).name();
        return name.isBlank() ? report.units().get(unit).id() : name;
    }

    public String facts() {
        return basis.facts();
    }

    /// What was drawn, and how.
    public String varied() {
        return basis.varied(report.uncertainty());
    }

    /// How it was run, and how exact shares are.
    public String run() {
        Robustness of = report.robustness();
        return say(
                "run",
                String.format(Locale.ROOT, "%,d", of.runs()),
                of.of().seed(),
                Numbers.decimals(100 * of.largestStandardError(), 2));
    }

    /// That it was stopped early; empty where it was not.
    public String stopped() {
        Robustness of = report.robustness();
        if (of.isComplete()) {
            return "";
        }
        return switch (of.limit()) {
            case RunLimit.Runs(long most) -> say("stopped", of.runs(), most);
            case RunLimit.StandardError error ->
                    say(
                            "stopped.error",
                            of.runs(),
                            Numbers.decimals(100 * error.standardError(), 2));
        };
    }

    /// How many ranks are counted together; empty for exact ranks.
    public String bins() {
        int width = report.robustness().rankWidth();
        return width == 1 ? "" : say("bins", width);
    }

    public String part(int part) {
        return basis.part(part);
    }

    /// A level or band, in full.
    public String level(int level) {
        return basis.level(level);
    }

    /// The code of a level or band, as in `III`.
    public String code(int level) {
        String full = basis.level(level);
        int end = full.indexOf(' ');
        return end < 0 ? full : full.substring(0, end);
    }

    /// A share as per cent with one decimal; what is neither none nor all is never shown as such.
    public String percent(Share share) {
        if (share.runs() > 0 && share.value() < LEAST_SHOWN) {
            return "<0.1%";
        }
        if (share.runs() < share.of() && share.value() > 1 - LEAST_SHOWN) {
            return ">99.9%";
        }
        return Numbers.decimals(100 * share.value(), 1) + "%";
    }

    /// A share with its standard error.
    public String exactly(Share share) {
        return say("share", percent(share), Numbers.decimals(100 * share.standardError(), 1));
    }

    /// In how many runs a point result came out, as a word.
    public String verdict(Share atPoint) {
        double value = atPoint.value();
        return say(
                value >= 0.95
                        ? "verdict.sure"
                        : value >= 0.75
                                ? "verdict.likely"
                                : value >= 0.5 ? "verdict.open" : "verdict.unlikely");
    }

    public String score(@Nullable Double score) {
        return score == null ? NONE : Numbers.decimals(score, decimals());
    }

    /// Scores of an index may lie anywhere; those of a model within 0..100.
    private int decimals() {
        return report.robustness().of().experiment().span() > 10 ? 1 : 3;
    }

    public String interval(@Nullable Spread spread) {
        return spread == null || spread.low() == null
                ? NONE
                : say("interval", score(spread.low()), score(spread.high()));
    }

    public String meanAndDeviation(@Nullable Spread spread) {
        return spread == null
                ? NONE
                : say(
                        "spread",
                        score(spread.mean()),
                        Numbers.decimals(spread.deviation(), decimals() + 1));
    }

    public String rank(@Nullable Ranks ranks) {
        return ranks == null ? NONE : Integer.toString(ranks.point());
    }

    public String rankInterval(@Nullable Ranks ranks) {
        return ranks == null ? NONE : say("interval", ranks.shares().low(), ranks.shares().high());
    }
}
