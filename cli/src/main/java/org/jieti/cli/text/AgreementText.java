package org.jieti.cli.text;

import static org.jieti.cli.text.Table.Align.LEFT;
import static org.jieti.cli.text.Table.Align.RIGHT;

import java.util.List;
import org.jieti.cli.Session;
import org.jieti.core.agreement.MeasureOpinions;
import org.jieti.core.agreement.Opinions;
import org.jieti.core.agreement.PanelAgreement;
import org.jieti.core.model.Criterion;
import org.jieti.report.agreement.AgreementWords;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;

/// How far raters agree, on a terminal.
public final class AgreementText {
    private final Session session;
    private final PanelAgreement agreement;
    private final AgreementWords here;
    private final Words words;
    private final StringBuilder text = new StringBuilder();

    private AgreementText(Session session, PanelAgreement agreement) {
        this.session = session;
        this.agreement = agreement;
        this.here = new AgreementWords(agreement, session.language());
        this.words = new Words(session.language(), agreement.panel().model());
    }

    public static String render(Session session, PanelAgreement agreement) {
        AgreementText page = new AgreementText(session, agreement);
        page.line("@|bold " + Session.plain(page.here.title()) + "|@");
        page.line(Session.plain(page.here.facts()));
        page.line("");
        page.domains();
        page.line("");
        page.line(page.here.toDiscuss());
        page.disputes();
        page.measures();
        return page.text.toString();
    }

    private void line(String line) {
        text.append(session.ansi().string(line)).append('\n');
    }

    private void domains() {
        Table table = new Table(session.ansi(), LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
        table.row(
                faint(session.say("column.domain")),
                faint(session.say("agreement.alpha")),
                faint(session.say("agreement.interval")),
                faint(session.say("agreement.w")),
                faint(session.say("agreement.chi-square")),
                faint(session.say("agreement.disputed")),
                "");
        agreement.domains().forEach(domain -> row(table, domain));
        row(table, agreement.whole());
        text.append(table.render("  "));
        line("  " + faint(session.say("agreement.note")));
    }

    private static String faint(String cell) {
        return "@|faint " + cell + "|@";
    }

    private void row(Table table, PanelAgreement.Subject subject) {
        table.row(
                here.subject(subject),
                here.alpha(subject.alpha()),
                here.interval(subject.interval()),
                here.concordance(subject.concordance()),
                here.chiSquare(subject.concordance()),
                Integer.toString(subject.disputed()),
                faint(here.remark(subject)));
    }

    private void disputes() {
        List<Opinions> disputed = agreement.disputed();
        if (disputed.isEmpty()) {
            return;
        }
        line("");
        line("@|bold " + session.say("agreement.discuss") + "|@");
        for (Opinions opinions : disputed) {
            Criterion criterion = opinions.criterion();
            line(
                    "  %s  %s  %s  %s"
                            .formatted(
                                    words.code(criterion.level()),
                                    words.name(criterion),
                                    faint(criterion.id().value()),
                                    here.disputes(opinions)));
            line(
                    "      %s   %s"
                            .formatted(
                                    Session.plain(String.join("   ", here.answers(opinions))),
                                    faint(
                                            session.say(
                                                    "agreement.proposed",
                                                    here.proposed(opinions)))));
        }
    }

    private void measures() {
        List<MeasureOpinions> differing =
                agreement.measures().stream().filter(each -> !each.isAgreed()).toList();
        if (differing.isEmpty()) {
            return;
        }
        line("");
        line("@|bold " + session.say("agreement.measures") + "|@");
        for (MeasureOpinions each : differing) {
            String median = each.median() == null ? "" : Numbers.measured(each.median().value());
            line(
                    "  %s   %s   %s"
                            .formatted(
                                    words.text(each.measure().name()),
                                    Session.plain(here.readings(each)),
                                    faint(session.say("agreement.median", median))));
        }
    }
}
