package org.jieti.report.agreement;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jieti.core.agreement.Alpha;
import org.jieti.core.agreement.AlphaInterval;
import org.jieti.core.agreement.MeasureOpinions;
import org.jieti.core.agreement.Opinions;
import org.jieti.core.agreement.PanelAgreement;
import org.jieti.core.model.Criterion;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jspecify.annotations.Nullable;

/// The page of a panel's agreement, as its template shows it.
///
/// @param lines first the whole, then one for each domain
/// @param disputes one row for each criterion that must be discussed
/// @param measures one row for each measure that was entered differently
public record AgreementPage(
        String title,
        String facts,
        String toDiscuss,
        List<Line> lines,
        List<Row> disputes,
        List<Measured> measures) {
    public AgreementPage {
        lines = List.copyOf(lines);
        disputes = List.copyOf(disputes);
        measures = List.copyOf(measures);
    }

    /// The coefficients of a domain.
    ///
    /// @param dot where alpha stands on the axis from 0 to 1, in per cent; null where undefined
    /// @param from where its interval begins; null where there is none
    /// @param width how far it reaches
    public record Line(
            String name,
            String style,
            @Nullable String dot,
            @Nullable String from,
            @Nullable String width,
            String alpha,
            String interval,
            String concordance,
            String chiSquare,
            String disputed,
            String remark) {}

    public record Row(
            String level,
            String name,
            String id,
            List<String> answers,
            String proposed,
            String why) {
        public Row {
            answers = List.copyOf(answers);
        }
    }

    public record Measured(String name, String readings, String median) {}

    /// The page as one HTML file that needs nothing beside it.
    public static String html(PanelAgreement agreement, Language language) {
        StringWriter out = new StringWriter();
        new PageTemplate(AgreementWords.PAGE).write(of(agreement, language), language, out);
        return out.toString();
    }

    static AgreementPage of(PanelAgreement agreement, Language language) {
        AgreementWords words = new AgreementWords(agreement, language);
        List<Line> lines = new ArrayList<>();
        lines.add(line(words, agreement.whole()));
        agreement.domains().forEach(each -> lines.add(line(words, each)));
        return new AgreementPage(
                words.title(),
                words.facts(),
                words.toDiscuss(),
                lines,
                agreement.disputed().stream().map(each -> row(words, each)).toList(),
                agreement.measures().stream()
                        .filter(each -> !each.isAgreed())
                        .map(each -> measured(words, each))
                        .toList());
    }

    private static Line line(AgreementWords words, PanelAgreement.Subject subject) {
        AlphaInterval interval = subject.interval();
        return new Line(
                words.subject(subject),
                subject.domain() == null ? "whole" : "",
                subject.alpha() instanceof Alpha.Value value ? percent(value.alpha()) : null,
                interval == null ? null : percent(interval.low()),
                interval == null
                        ? null
                        : Numbers.decimals(
                                100 * (onAxis(interval.high()) - onAxis(interval.low())), 1),
                words.alpha(subject.alpha()),
                words.interval(interval),
                words.concordance(subject.concordance()),
                words.chiSquare(subject.concordance()),
                Integer.toString(subject.disputed()),
                words.remark(subject));
    }

    /// Coefficients below 0 stand at the axis' start; the figure beside says how far below.
    private static double onAxis(double alpha) {
        return Math.max(0, alpha);
    }

    private static String percent(double alpha) {
        return Numbers.decimals(100 * onAxis(alpha), 1);
    }

    private static Row row(AgreementWords words, Opinions opinions) {
        Criterion criterion = opinions.criterion();
        return new Row(
                words.words().code(criterion.level()),
                words.words().name(criterion),
                criterion.id().value(),
                words.answers(opinions),
                words.proposed(opinions),
                words.disputes(opinions));
    }

    private static Measured measured(AgreementWords words, MeasureOpinions opinions) {
        return new Measured(
                words.words().text(opinions.measure().name()),
                words.readings(opinions),
                opinions.median() == null ? "" : Numbers.measured(opinions.median().value()));
    }
}
