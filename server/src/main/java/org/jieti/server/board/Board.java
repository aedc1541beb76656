package org.jieti.server.board;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.view.ProgressView;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.RoundUnit;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.campaigns.WorkingDays;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How far the units of a round are.
@Service
@Transactional(readOnly = true)
public class Board {
    /// How many lines a page shows.
    public static final int PAGE = 100;

    private final Assessments assessments;
    private final Rounds rounds;
    private final Units units;
    private final WorkingDays days;
    private final Waiting waiting;
    private final Clock clock;

    Board(
            Assessments assessments,
            Rounds rounds,
            Units units,
            WorkingDays days,
            Waiting waiting,
            Clock clock) {
        this.assessments = assessments;
        this.rounds = rounds;
        this.units = units;
        this.days = days;
        this.waiting = waiting;
        this.clock = clock;
    }

    /// An order of lines.
    public enum Sort {
        NAME,
        REGION,
        STATE,
        COVERAGE,
        DUE
    }

    /// Which end of an order comes first.
    public enum Direction {
        UP,
        DOWN
    }

    /// What of the board is asked for.
    ///
    /// @param words in name, code or region; empty for all
    /// @param state a name of [AssessmentState], `late` for those past their day, or empty
    /// @param page from 1
    public record Question(String words, String state, Sort sort, Direction direction, int page) {
        /// Everything, by name.
        public static final Question ALL = new Question("", "", Sort.NAME, Direction.UP, 1);
    }

    /// One unit.
    ///
    /// @param daysLeft working days; negative where the day lies behind
    /// @param isLate whether it is waited for, and its day lies behind
    /// @param isExtended whether its day is later than the round's
    public record Line(
            AssessmentCase assessment,
            LocalDate dueOn,
            int daysLeft,
            boolean isLate,
            boolean isExtended,
            ProgressView progress,
            Waiting.For waitsFor,
            List<PersonFace> people) {}

    /// The board as it is shown.
    ///
    /// @param counts how many units are in each state; states without any are left out
    /// @param found how many lines the question has in all
    public record View(
            Map<AssessmentState, Long> counts,
            int late,
            int total,
            int found,
            int pages,
            List<String> domains,
            List<Line> lines) {}

    /// A line before it is known how far it is.
    private record Draft(AssessmentCase assessment, RoundUnit unit, boolean isLate) {}

    /// A page of the lines that are asked for.
    public View of(Round round, Question question, Language language) {
        LocalDate today = today();
        List<Draft> all = drafts(round, today);
        List<Draft> found = found(all, question, language);
        Map<AssessmentState, Long> counts = new EnumMap<>(AssessmentState.class);
        all.forEach(draft -> counts.merge(draft.assessment().state(), 1L, Long::sum));
        int pages = Math.max(1, Math.ceilDiv(found.size(), PAGE));
        int page = Math.clamp(question.page(), 1, pages);
        List<Line> lines =
                lines(
                        round,
                        found.stream().skip((long) (page - 1) * PAGE).limit(PAGE).toList(),
                        today,
                        language);
        return new View(
                counts,
                (int) all.stream().filter(Draft::isLate).count(),
                all.size(),
                found.size(),
                pages,
                lines.isEmpty() ? List.of() : domains(lines.getFirst()),
                lines);
    }

    /// All lines that are asked for, whatever page.
    public Stream<Line> lines(Round round, Question question, Language language) {
        LocalDate today = today();
        return pages(found(drafts(round, today), question, language))
                .flatMap(page -> lines(round, page, today, language).stream());
    }

    /// The names of the domains of a line, in their order.
    public static List<String> domains(Line line) {
        return line.progress().domains().stream().map(ProgressView.Part::name).toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.SHOWN);
    }

    private List<Draft> drafts(Round round, LocalDate today) {
        Map<UUID, RoundUnit> within = rounds.units(round);
        List<Draft> drafts = new ArrayList<>();
        for (AssessmentCase assessment : assessments.ofRound(round.id())) {
            RoundUnit unit = within.get(assessment.unit().id());
            if (unit != null) {
                boolean late =
                        Waiting.of(assessment) != Waiting.For.NOTHING
                                && unit.dueOn().isBefore(today);
                drafts.add(new Draft(assessment, unit, late));
            }
        }
        return drafts;
    }

    private List<Draft> found(List<Draft> all, Question question, Language language) {
        List<Draft> found =
                new ArrayList<>(all.stream().filter(draft -> answers(question, draft)).toList());
        sort(found, question.sort(), language);
        return question.direction() == Direction.UP ? found : found.reversed();
    }

    private static boolean answers(Question question, Draft draft) {
        String words = question.words().toLowerCase(Locale.ROOT);
        AssessedUnit unit = draft.assessment().unit();
        boolean named =
                unit.name().toLowerCase(Locale.ROOT).contains(words)
                        || unit.code().toLowerCase(Locale.ROOT).contains(words)
                        || unit.region().toLowerCase(Locale.ROOT).contains(words);
        return named
                && switch (question.state()) {
                    case "" -> true;
                    case "late" -> draft.isLate();
                    default -> draft.assessment().state().name().equals(question.state());
                };
    }

    private void sort(List<Draft> drafts, Sort sort, Language language) {
        Map<UUID, Integer> order = new HashMap<>();
        for (AssessedUnit unit :
                units.search("", sort == Sort.REGION ? Units.Sort.REGION : Units.Sort.NAME)) {
            order.put(unit.id(), order.size());
        }
        Comparator<Draft> byOrder =
                Comparator.comparing(draft -> order.get(draft.assessment().unit().id()));
        drafts.sort(
                switch (sort) {
                    case NAME, REGION -> byOrder;
                    case STATE ->
                            Comparator.comparing((Draft draft) -> draft.assessment().state())
                                    .thenComparing(byOrder);
                    case DUE ->
                            Comparator.comparing((Draft draft) -> draft.unit().dueOn())
                                    .thenComparing(byOrder);
                    case COVERAGE -> {
                        Map<UUID, Integer> widths = new HashMap<>();
                        pages(drafts)
                                .forEach(
                                        page ->
                                                results(page)
                                                        .forEach(
                                                                (id, result) ->
                                                                        widths.put(
                                                                                id,
                                                                                width(
                                                                                        result,
                                                                                        language))));
                        yield Comparator.comparing(
                                        (Draft draft) -> widths.get(draft.assessment().id()))
                                .thenComparing(byOrder);
                    }
                });
    }

    /// Pieces that are read at once: a national round as a whole would not fit into memory.
    private static Stream<List<Draft>> pages(List<Draft> drafts) {
        return IntStream.range(0, Math.ceilDiv(drafts.size(), PAGE))
                .mapToObj(
                        at -> drafts.subList(at * PAGE, Math.min(drafts.size(), (at + 1) * PAGE)));
    }

    private List<Line> lines(Round round, List<Draft> drafts, LocalDate today, Language language) {
        Map<UUID, Result> results = results(drafts);
        Map<UUID, List<PersonFace>> people =
                waiting.people(drafts.stream().map(Draft::assessment).toList(), results);
        return drafts.stream()
                .map(
                        draft -> {
                            UUID id = draft.assessment().id();
                            return new Line(
                                    draft.assessment(),
                                    draft.unit().dueOn(),
                                    days.between(today, draft.unit().dueOn()),
                                    draft.isLate(),
                                    draft.unit().dueOn().isAfter(round.dueOn()),
                                    ProgressView.of(
                                            Objects.requireNonNull(results.get(id)), language),
                                    Waiting.of(draft.assessment()),
                                    people.getOrDefault(id, List.of()));
                        })
                .toList();
    }

    private Map<UUID, Result> results(List<Draft> drafts) {
        return assessments.results(drafts.stream().map(Draft::assessment).toList());
    }

    private static int width(Result result, Language language) {
        return ProgressView.of(result, language).total().width();
    }
}
