package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.ArrayList;
import java.util.List;
import org.jieti.cli.Session;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.GateVerdict;
import org.jieti.core.grading.Grade;
import org.jieti.core.grading.LevelVerdict;
import org.jieti.core.grading.NextLevel;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Level;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.DomainResult;
import org.jieti.core.result.Result;
import org.jieti.core.scoring.Score;
import org.jieti.report.weighing.WeightVerdict;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// A result on one screen: the level and why, the domains, and what blocks the next level.
public final class ResultText {
    private static final int MOST_BLOCKS = 12;

    private final Session session;
    private final Result result;
    private final Result reach;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private ResultText(Session session, Result result, Result reach) {
        this.session = session;
        this.result = result;
        this.reach = reach;
        this.words = new Words(session.language(), result.model());
    }

    public static String render(Session session, Result result) {
        return render(session, result, result);
    }

    /// A result whose answers are partly lower bounds.
    ///
    /// @param reach the same without them, which tells what is still possible
    public static String render(Session session, Result result, Result reach) {
        ResultText page = new ResultText(session, result, reach);
        page.heading();
        page.overall();
        page.domains();
        page.blocks();
        page.gates();
        page.footer();
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.styled(line)).append('\n');
    }

    private void heading() {
        Unit unit = result.assessment().unit();
        line("@|bold " + Session.plain(unit.name()) + "|@");
        List<String> facts = new ArrayList<>();
        facts.add(words.text(result.model().name()) + " " + result.model().id());
        String variant = words.variant();
        if (variant != null) {
            facts.add(variant);
        }
        facts.add(
                session.say(
                        "result.weights",
                        words.text(result.weights().name()),
                        words.status(result.weights().status())));
        if (result.preset() != null) {
            facts.add(session.say("result.preset", words.text(result.preset().name())));
        }
        facts.add(session.say("result.asOf", result.assessment().asOf()));
        line("@|faint " + String.join(" · ", facts) + "|@");
        String variation = words.variation();
        if (variation != null) {
            line("@|faint " + Session.plain(variation) + "|@");
        }
        String verdict = WeightVerdict.of(result.weights(), result.model(), session.language());
        if (!verdict.isEmpty()) {
            line("@|faint " + session.say("result.consistency", Session.plain(verdict)) + "|@");
        }
        line("");
    }

    private void overall() {
        Grade overall = result.overall();
        Score total = result.tree().total();
        List<String> facts = new ArrayList<>();
        if (overall != null && overall.attained() != null) {
            Attained attained = overall.attained();
            facts.add(
                    "@|bold " + session.say("result.level", words.level(attained.level())) + "|@");
            facts.add(session.say("result.position", Numbers.position(attained.position())));
        }
        if (total != null && total.now() != null) {
            facts.add(session.say("result.score", Numbers.score(total.now())));
            Score possible = reach.tree().total();
            if (possible != null && possible.highest() > total.now()) {
                facts.add(session.say("result.score.possible", Numbers.score(possible.highest())));
            }
        }
        facts.add(
                session.say(
                        "result.coverage",
                        Numbers.percent(result.tree().coverage().answeredShare())));
        line(String.join("   ", facts));
        if (overall != null) {
            line("  " + words.why(overall));
            Grade reached = reach.overall() == null ? overall : reach.overall();
            String possible = words.possible(reached, reach.tree().coverage());
            if (!possible.isEmpty()) {
                line("  " + session.say("sentence", possible));
            }
        }
        line("");
    }

    private void domains() {
        boolean graded = !result.model().levels().isEmpty();
        List<Table.Align> alignments = new ArrayList<>(List.of(LEFT));
        List<String> head = new ArrayList<>(List.of(session.say("column.domain")));
        if (graded) {
            alignments.addAll(List.of(LEFT, RIGHT));
            head.addAll(List.of(session.say("column.level"), session.say("column.position")));
        }
        alignments.addAll(List.of(RIGHT, RIGHT));
        head.addAll(List.of(session.say("column.score"), session.say("column.coverage")));
        for (Level level : result.model().levels()) {
            alignments.add(RIGHT);
            head.add(level.code());
        }
        if (graded) {
            alignments.add(LEFT);
            head.add(session.say("column.limit"));
        }
        Table table = new Table(session.ansi(), alignments.toArray(Table.Align[]::new));
        table.row(head.stream().map(cell -> "@|faint " + cell + "|@").toArray(String[]::new));
        for (DomainResult domain : result.domains()) {
            List<String> cells = new ArrayList<>(List.of(words.name(domain.domain())));
            if (graded) {
                cells.addAll(level(domain));
            }
            cells.addAll(score(domain));
            if (graded) {
                cells.addAll(shares(domain));
            }
            table.row(cells.toArray(String[]::new));
        }
        text.append(table.render("  "));
        if (graded) {
            line("  @|faint " + session.say("domains.note") + "|@");
        }
        line("");
    }

    private static @Nullable Attained attained(DomainResult domain) {
        return domain.grade() == null ? null : domain.grade().attained();
    }

    private List<String> level(DomainResult domain) {
        Attained attained = attained(domain);
        if (attained == null) {
            return List.of(domain.score().isExcluded() ? session.say("domain.excluded") : "–", "–");
        }
        return List.of(words.level(attained.level()), Numbers.position(attained.position()));
    }

    private static List<String> score(DomainResult domain) {
        Score score = domain.score().score();
        if (score == null) {
            return List.of("–", "–");
        }
        return List.of(
                score.now() == null ? "–" : Numbers.score(score.now()),
                Numbers.percent(domain.score().coverage().answeredShare()));
    }

    private List<String> shares(DomainResult domain) {
        List<String> cells = new ArrayList<>();
        for (Level level : result.model().levels()) {
            cells.add(share(domain.grade(), level.number()));
        }
        cells.add(limits(attained(domain)));
        return cells;
    }

    private static String share(@Nullable Grade grade, int level) {
        if (grade == null) {
            return "–";
        }
        LevelVerdict verdict = grade.verdict(level);
        String shown = verdict.asked() == 0 ? "–" : Numbers.share(verdict.share());
        return verdict.reached() ? "@|green " + shown + "|@" : "@|yellow " + shown + "|@";
    }

    private String limits(@Nullable Attained attained) {
        return attained == null
                ? ""
                : String.join(
                        words.say("list.separator"),
                        attained.limits().stream().map(words::limit).distinct().toList());
    }

    private void blocks() {
        Grade overall = result.overall();
        NextLevel next = overall == null ? null : overall.next();
        if (next == null) {
            return;
        }
        line("@|bold " + session.say("blocks.title", words.level(next.level())) + "|@");
        Table table = new Table(session.ansi(), LEFT, LEFT, LEFT, LEFT, RIGHT);
        for (NextLevel.Failing failing : next.failing().stream().limit(MOST_BLOCKS).toList()) {
            Criterion criterion = failing.criterion().criterion();
            table.row(
                    words.code(criterion.level()),
                    words.name(new NodeId(domainOf(criterion))) + " " + words.name(criterion),
                    words.answer(failing.criterion()),
                    "@|faint " + criterion.id() + "|@",
                    "+" + Numbers.share(failing.gain()));
        }
        text.append(table.render("  "));
        int more = next.failing().size() - MOST_BLOCKS;
        if (more > 0) {
            line("  " + session.say("blocks.more", more));
        }
        line("");
    }

    private static String domainOf(Criterion criterion) {
        String id = criterion.id().value();
        return id.substring(0, id.indexOf('.'));
    }

    private void gates() {
        List<GateVerdict> closed = new ArrayList<>();
        for (DomainResult domain : result.domains()) {
            if (domain.grade() != null) {
                closed.addAll(closed(domain.grade()));
            }
        }
        if (result.overall() != null) {
            closed.addAll(closed(result.overall()));
        }
        if (closed.isEmpty()) {
            return;
        }
        line("@|bold " + session.say("gates.title") + "|@");
        for (GateVerdict gate : closed) {
            line("  " + words.gate(gate));
        }
        line("");
    }

    private static List<GateVerdict> closed(Grade grade) {
        return grade.gates().stream().filter(GateVerdict::isClosed).toList();
    }

    private void footer() {
        line("@|faint " + words.text(result.model().disclaimer()) + "|@");
    }
}
