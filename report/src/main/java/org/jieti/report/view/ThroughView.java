package org.jieti.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jieti.core.assessment.Answer;
import org.jieti.core.crosswalk.Carried;
import org.jieti.core.crosswalk.Crosswalk;
import org.jieti.core.crosswalk.LinkStanding;
import org.jieti.core.crosswalk.Open;
import org.jieti.core.crosswalk.View;
import org.jieti.core.grading.Grade;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Guidance;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.AnswerState;
import org.jieti.core.scoring.CriterionScore;
import org.jieti.core.scoring.Score;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// An assessment seen through another model, as a page shows it.
///
/// @param figures what carried over, how sure it is, and what is open
/// @param outcome what it comes to so far, and what is still possible
/// @param domains one line for each domain of the other model
/// @param carried in the order of the other model
/// @param open one part for each domain in which something is open
public record ThroughView(
        String lang,
        String title,
        String kind,
        String unit,
        String asOf,
        List<Figure> figures,
        Bar bar,
        String outcome,
        String possible,
        boolean hasLevels,
        List<DomainLine> domains,
        List<CarriedLine> carried,
        List<OpenPart> open,
        String openTitle,
        String confirm,
        List<Fact> basis,
        String disclaimer) {
    public ThroughView {
        figures = List.copyOf(figures);
        domains = List.copyOf(domains);
        carried = List.copyOf(carried);
        open = List.copyOf(open);
        basis = List.copyOf(basis);
    }

    /// A number with what it counts.
    public record Figure(String label, String value, String note) {}

    /// Criteria by how they are answered, as parts of a bar.
    public record Bar(int exact, int atLeast, int implied, int open) {}

    /// One domain of the other model.
    ///
    /// @param score so far
    /// @param possibleScore what it can become
    public record DomainLine(
            String id,
            String name,
            LevelMark level,
            String possibleLevel,
            String score,
            String possibleScore,
            String coverage,
            Bar bar,
            int criteria) {}

    /// An answer that carried over, with its grounds.
    ///
    /// @param bound what stands before the answer; empty where it is exact
    /// @param judged whether an assessor looks first at what `why` names
    public record CarriedLine(
            String id,
            String name,
            String domain,
            LevelMark level,
            String bound,
            AnswerMark answer,
            List<FromMark> from,
            boolean judged,
            String standing,
            String why) {
        public CarriedLine {
            from = List.copyOf(from);
        }
    }

    /// A linked criterion, as it was answered itself.
    public record FromMark(String id, String name, AnswerMark answer) {}

    /// What is open in one domain.
    public record OpenPart(String id, String name, String count, List<OpenLine> lines) {
        public OpenPart {
            lines = List.copyOf(lines);
        }
    }

    /// A criterion to be answered.
    ///
    /// @param reason why nothing carried over; empty where nothing is linked
    public record OpenLine(
            String id,
            String name,
            LevelMark level,
            String reason,
            List<FromMark> from,
            String question,
            String evidence) {
        public OpenLine {
            from = List.copyOf(from);
        }
    }

    /// The page.
    ///
    /// @param guidance what assessors read beside the criteria of the other model; may be empty
    public static ThroughView of(
            View view, Crosswalk crosswalk, Map<NodeId, Guidance> guidance, Language language) {
        return new Maker(
                        view,
                        crosswalk,
                        Subject.of(view.result(), guidance, language),
                        Subject.of(view.reach(), guidance, language),
                        Subject.of(view.source(), Map.of(), language))
                .page();
    }

    private record Maker(
            View view, Crosswalk crosswalk, Subject here, Subject reach, Subject there) {

        ThroughView page() {
            Words words = here.words();
            Result result = view.result();
            String through = words.text(result.model().name());
            String unit = result.assessment().unit().name();
            return new ThroughView(
                    switch (words.language()) {
                        case ZH -> "zh-CN";
                        case EN -> "en";
                    },
                    words.say("through.title", unit, through),
                    words.say(
                            "through.kind",
                            there.words().text(view.source().model().name()),
                            view.source().model().id().version(),
                            through,
                            result.model().id().version()),
                    unit,
                    words.say("heading.as-of", result.assessment().asOf()),
                    figures(),
                    bar(result.tree().criteria()),
                    outcome(),
                    possible(),
                    here.hasLevels(),
                    result.domains().stream().map(this::line).toList(),
                    view.carried().stream().map(this::line).toList(),
                    parts(),
                    words.say("through.open.title", view.open().size()),
                    words.say("through.confirm"),
                    basis(),
                    words.text(result.model().disclaimer()));
        }

        private List<Figure> figures() {
            Words words = here.words();
            int criteria = view.result().tree().criteria().size();
            return List.of(
                    new Figure(
                            words.say("through.carried"),
                            Integer.toString(view.carried().size()),
                            words.say("through.carried.of", criteria)),
                    new Figure(
                            words.say("through.bounds"),
                            Integer.toString(view.lowerBounds()),
                            words.say("through.bounds.note")),
                    new Figure(
                            words.say("through.open"),
                            Integer.toString(view.open().size()),
                            words.say("through.open.note")),
                    new Figure(
                            words.say("figure.coverage"),
                            Numbers.percent(view.result().tree().coverage().answeredShare()),
                            words.say("through.coverage.note")));
        }

        private Bar bar(List<CriterionScore> criteria) {
            List<NodeId> ids = criteria.stream().map(CriterionScore::id).toList();
            int atLeast = 0;
            int exact = 0;
            for (Carried each : view.carried()) {
                if (ids.contains(each.criterion().id())) {
                    switch (each.bound()) {
                        case EXACT -> exact++;
                        case AT_LEAST -> atLeast++;
                    }
                }
            }
            int open =
                    (int)
                            view.open().stream()
                                    .filter(each -> ids.contains(each.criterion().id()))
                                    .count();
            return new Bar(exact, atLeast, ids.size() - exact - atLeast - open, open);
        }

        private String outcome() {
            Words words = here.words();
            Score total = view.result().tree().total();
            Grade overall = view.result().overall();
            if (total == null) {
                return words.say("heading.profile");
            }
            String score = words.say("through.score", Heading.score(total));
            return overall == null || overall.attained() == null
                    ? score
                    : words.say(
                            "through.level",
                            words.level(overall.attained().level()),
                            Heading.score(total));
        }

        private String possible() {
            Words words = here.words();
            Score total = view.reach().tree().total();
            Grade overall = view.reach().overall();
            if (total == null) {
                return "";
            }
            return overall == null
                    ? words.say("through.score.possible", Numbers.score(total.highest()))
                    : words.say(
                            "through.level.possible",
                            words.level(overall.possible().highest()),
                            Numbers.score(total.highest()));
        }

        private DomainLine line(DomainResult domain) {
            DomainResult highest = view.reach().domain(domain.domain().id());
            Score score = domain.score().score();
            Score reached = highest == null ? null : highest.score().score();
            Grade grade = highest == null ? null : highest.grade();
            List<CriterionScore> criteria = domain.score().criteria();
            return new DomainLine(
                    domain.domain().id().value(),
                    here.words().name(domain.domain()),
                    here.mark(domain.grade()),
                    grade == null
                            ? ""
                            : here.words()
                                    .say(
                                            "possible.short",
                                            here.words().code(grade.possible().highest())),
                    Heading.score(score),
                    reached == null ? "" : Numbers.score(reached.highest()),
                    Numbers.percent(domain.score().coverage().answeredShare()),
                    bar(criteria),
                    criteria.size());
        }

        private CarriedLine line(Carried carried) {
            Criterion criterion = carried.criterion();
            Words words = here.words();
            return new CarriedLine(
                    criterion.id().value(),
                    words.name(criterion),
                    domain(criterion),
                    here.mark(criterion.level()),
                    switch (carried.bound()) {
                        case EXACT -> "";
                        case AT_LEAST -> words.say("through.at-least");
                    },
                    answer(carried.answer()),
                    from(carried.from()),
                    carried.link().standing() == LinkStanding.JUDGED,
                    words.linkStanding(carried.link().standing()),
                    words.text(carried.link().why()));
        }

        private String domain(Criterion criterion) {
            for (Domain domain : view.result().model().domains()) {
                if (domain.id().contains(criterion.id())) {
                    return here.words().name(domain);
                }
            }
            return "";
        }

        private AnswerMark answer(Answer answer) {
            Words words = here.words();
            return switch (answer) {
                case Answer.Rated rated ->
                        new AnswerMark(
                                words.text(rated.rating().name()),
                                here.shape(rated.rating().fulfilment()));
                case Answer.NotApplicable _ ->
                        new AnswerMark(words.state(AnswerState.NOT_APPLICABLE), "na");
                case Answer.InsufficientEvidence _ ->
                        new AnswerMark(words.state(AnswerState.INSUFFICIENT), "insufficient");
                case Answer.Unanswered _ ->
                        new AnswerMark(words.state(AnswerState.UNANSWERED), "open");
            };
        }

        private List<FromMark> from(List<CriterionScore> scores) {
            return scores.stream()
                    .map(
                            score ->
                                    new FromMark(
                                            score.id().value(),
                                            there.words().name(score.criterion()),
                                            there.ownAnswer(score)))
                    .toList();
        }

        private List<OpenPart> parts() {
            List<OpenPart> parts = new ArrayList<>();
            for (DomainResult domain : view.result().domains()) {
                List<OpenLine> lines =
                        view.open().stream()
                                .filter(
                                        each ->
                                                domain.domain()
                                                        .id()
                                                        .contains(each.criterion().id()))
                                .map(this::line)
                                .toList();
                if (!lines.isEmpty()) {
                    parts.add(
                            new OpenPart(
                                    domain.domain().id().value(),
                                    here.words().name(domain.domain()),
                                    here.words()
                                            .say(
                                                    "through.open.count",
                                                    lines.size(),
                                                    domain.score().criteria().size()),
                                    lines));
                }
            }
            return parts;
        }

        private OpenLine line(Open open) {
            Criterion criterion = open.criterion();
            Guidance beside = here.guidance().get(criterion.id());
            return new OpenLine(
                    criterion.id().value(),
                    here.words().name(criterion),
                    here.mark(criterion.level()),
                    here.words().reason(open),
                    from(open.from()),
                    beside == null ? "" : here.words().text(beside.question()),
                    here.evidence(criterion));
        }

        private List<Fact> basis() {
            Words words = here.words();
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(words.say("through.basis.links"), words.text(crosswalk.basis())));
            facts.add(
                    new Fact(
                            words.say("through.basis.standing"),
                            words.say("through.basis.standing.value")));
            String variant = there.words().variant();
            if (variant != null) {
                facts.add(
                        new Fact(
                                words.say("through.basis.variant"),
                                variant + words.say("list.separator") + there.words().variation()));
            }
            facts.addAll(Fact.of(here));
            return facts;
        }
    }
}
