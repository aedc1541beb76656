package org.jieti.report.peers;

import java.util.List;
import java.util.stream.Collectors;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.model.Preset;
import org.jieti.planning.peers.GroupFigures;
import org.jieti.planning.peers.PeerStanding;
import org.jieti.planning.peers.Quantiles;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What a benchmark among peers says, in one language.
public final class PeersWords {
    static final String PAGE = "peers";

    private static final String NONE = "–";

    private final PeersReport report;
    private final Language language;
    private final Words words;

    public PeersWords(PeersReport report, Language language) {
        this.report = report;
        this.language = language;
        this.words = new Words(language, report.yardstick().model());
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, language, key, values);
    }

    public Words words() {
        return words;
    }

    public String title() {
        return report.standing() == null
                ? say("title", report.release().edition())
                : say("title.unit", report.unit(), report.release().edition());
    }

    public String facts() {
        Preset preset = report.yardstick().preset();
        return say(
                "facts",
                words.text(report.yardstick().model().name()),
                report.yardstick().model().id().version(),
                words.text(report.yardstick().weights().name()),
                preset == null ? NONE : words.text(preset.name()));
    }

    /// How single units are kept from being seen.
    public String rule() {
        return say("rule", report.release().floor().least());
    }

    /// What is withheld; empty for nothing.
    public String withheld() {
        List<String> names = report.release().withheld();
        return names.isEmpty() ? "" : say("withheld", String.join(say("list"), names));
    }

    public String group(String group) {
        return group.isEmpty() ? say("all") : group;
    }

    /// How many units are behind a group, as far as is told.
    public String units(GroupFigures figures) {
        return say("units", figures.units());
    }

    public String quantile(@Nullable Integer quantile) {
        return quantile == null ? NONE : Integer.toString(quantile);
    }

    /// The middle half, or the median alone.
    public String middle(@Nullable Quantiles quantiles) {
        return quantiles == null
                ? NONE
                : quantiles.lower() == null || quantiles.upper() == null
                        ? Integer.toString(quantiles.median())
                        : say("middle", quantiles.median(), quantiles.lower(), quantiles.upper());
    }

    public String domain(NodeId id) {
        return words.name(id);
    }

    /// The shares of levels, from the lowest.
    public String levels(GroupFigures figures) {
        if (figures.levels().isEmpty()) {
            return NONE;
        }
        StringBuilder text = new StringBuilder();
        for (int level = 1; level <= figures.levels().size(); level++) {
            int tenths = figures.levels().get(level - 1);
            if (tenths > 0) {
                text.append(text.isEmpty() ? "" : say("list"))
                        .append(say("level.share", words.code(level), 10 * tenths));
            }
        }
        return text.toString();
    }

    public String weak(GroupFigures.WeakSpot spot) {
        return say("weak", words.name(spot.criterion()), 10 * spot.satisfied());
    }

    public String weak(GroupFigures figures, int most) {
        return figures.weakSpots().stream()
                .limit(most)
                .map(this::weak)
                .collect(Collectors.joining(say("list")));
    }

    /// Where the unit stands, in one sentence; empty for none.
    public String standing() {
        PeerStanding standing = report.standing();
        if (standing == null || standing.unit().total() == null) {
            return "";
        }
        String where =
                say(
                        "standing",
                        report.unit(),
                        Numbers.score(standing.unit().total()),
                        group(standing.group().group()),
                        standing.quarter() == 0 ? NONE : say("quarter." + standing.quarter()));
        PeerStanding.RankInterval rank = standing.rank();
        return rank == null
                ? where
                : where + say("standing.rank", rank.rank(), rank.from(), rank.to());
    }

    public String quarter(int quarter) {
        return quarter == 0 ? NONE : say("quarter." + quarter);
    }
}
