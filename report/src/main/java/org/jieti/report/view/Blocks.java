package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Effort;
import org.jieti.core.model.Text;
import org.jieti.core.result.DomainResult;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What blocks the next level, of the whole and of each domain, as a list one can act on.
///
/// @param title names the next level, where the whole has one
/// @param obstacles one line each: levels not reached, gates, limits
/// @param first the criteria to begin with; the rest follows in `more`
/// @param caption says how the list is ordered and how long it is
/// @param domains those that have a next level
/// @param metHead the head of the column that says what the best rating takes
public record Blocks(
        String title,
        List<String> obstacles,
        List<ActionRow> first,
        List<ActionRow> more,
        String caption,
        String moreTitle,
        List<OfDomain> domains,
        String metHead,
        String efforts) {
    private static final int FIRST = 5;
    private static final int NAMED = 3;

    /// What one domain lacks for its next level.
    ///
    /// @param meaning what the domain is like at the next level; empty where the model does not say
    /// @param count how many criteria there are to raise
    /// @param begin the first of them, by name
    public record OfDomain(
            String id,
            String name,
            LevelMark from,
            LevelMark to,
            List<String> obstacles,
            String meaning,
            String count,
            String begin,
            List<ActionRow> actions) {
        public OfDomain {
            obstacles = List.copyOf(obstacles);
            actions = List.copyOf(actions);
        }
    }

    public Blocks {
        obstacles = List.copyOf(obstacles);
        first = List.copyOf(first);
        more = List.copyOf(more);
        domains = List.copyOf(domains);
    }

    /// Null where there is no level to reach: a model without levels, and nothing answered.
    static @Nullable Blocks of(Subject subject) {
        Grade overall = subject.result().overall();
        boolean isProfile = subject.hasLevels() && !subject.hasTotal();
        List<OfDomain> domains = domains(subject);
        if (isProfile ? domains.isEmpty() : overall == null || overall.attained() == null) {
            return null;
        }
        Words words = subject.words();
        NextLevel next = overall == null ? null : overall.next();
        List<ActionRow> actions = next == null ? List.of() : ActionRow.of(subject, next.failing());
        int shown = Math.min(FIRST, actions.size());
        return new Blocks(
                title(words, isProfile, next),
                next == null ? List.of() : words.obstacles(next),
                actions.subList(0, shown),
                actions.subList(shown, actions.size()),
                words.say("blocks.caption", shown, actions.size()),
                words.say("blocks.more", actions.size() - shown),
                domains,
                words.say("col.met", words.text(subject.result().model().ratings().best().name())),
                efforts(words));
    }

    private static String title(Words words, boolean isProfile, @Nullable NextLevel next) {
        if (isProfile) {
            return words.say("blocks.profile");
        }
        return next == null
                ? words.say("blocks.top")
                : words.say("blocks.title", words.level(next.level()));
    }

    private static List<OfDomain> domains(Subject subject) {
        Words words = subject.words();
        List<OfDomain> domains = new ArrayList<>();
        for (DomainResult domain : subject.result().domains()) {
            NextLevel next = domain.grade() == null ? null : domain.grade().next();
            if (next != null) {
                Text meaning = domain.domain().statements().get(next.level());
                domains.add(
                        new OfDomain(
                                domain.domain().id().value(),
                                words.name(domain.domain()),
                                subject.mark(domain.grade()),
                                subject.mark(next.level()),
                                words.obstacles(next),
                                meaning == null ? "" : words.text(meaning),
                                words.say("blocks.count", next.failing().size()),
                                begin(words, next),
                                ActionRow.of(subject, next.failing())));
            }
        }
        return domains;
    }

    private static String begin(Words words, NextLevel next) {
        return next.failing().stream()
                .limit(NAMED)
                .map(failing -> words.name(failing.criterion().criterion()))
                .collect(Collectors.joining(words.say("list.names")));
    }

    private static String efforts(Words words) {
        List<String> classes = new ArrayList<>();
        for (Effort effort : Effort.values()) {
            classes.add(words.effort(effort));
        }
        return words.say("blocks.efforts", String.join(words.say("list.names"), classes));
    }
}
