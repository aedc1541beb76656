package org.jieti.report.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jieti.core.agreement.Alpha;
import org.jieti.core.agreement.AlphaInterval;
import org.jieti.core.agreement.Concordance;
import org.jieti.core.agreement.Dispute;
import org.jieti.core.agreement.MeasureOpinions;
import org.jieti.core.agreement.Opinions;
import org.jieti.core.agreement.PanelAgreement;
import org.jieti.core.agreement.Rater;
import org.jieti.core.assessment.Answer;
import org.jieti.core.assessment.Reading;
import org.jieti.core.model.Language;
import org.jieti.report.html.PageTemplate;
import org.jieti.report.words.Numbers;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;

/// What an agreement says, in one language.
public final class AgreementWords {
    static final String PAGE = "agreement";

    private static final String NONE = "–";

    private final PanelAgreement agreement;
    private final Words words;

    public AgreementWords(PanelAgreement agreement, Language language) {
        this.agreement = agreement;
        this.words = new Words(language, agreement.panel().model());
    }

    /// A phrase of the bundle, with its values put in.
    public String say(String key, Object... values) {
        return PageTemplate.say(PAGE, words.language(), key, values);
    }

    public String title() {
        String name = agreement.panel().raters().getFirst().assessment().unit().name();
        return say("title", name.isBlank() ? unit() : name);
    }

    private String unit() {
        return agreement.panel().raters().getFirst().assessment().unit().id();
    }

    public String facts() {
        return say(
                "facts",
                words.text(agreement.panel().model().name()),
                agreement.panel().model().id(),
                agreement.panel().raters().size(),
                agreement.panel().raters().stream()
                        .map(Rater::id)
                        .collect(Collectors.joining(words.say("list.names"))));
    }

    /// What must be discussed, in one sentence.
    public String toDiscuss() {
        PanelAgreement.Subject whole = agreement.whole();
        return whole.disputed() == 0
                ? say("discuss.none")
                : say("discuss.some", whole.disputed(), agreement.opinions().size());
    }

    public String subject(PanelAgreement.Subject subject) {
        return subject.domain() == null ? say("whole") : words.name(subject.domain());
    }

    /// The coefficient, or a dash.
    public String alpha(Alpha alpha) {
        return switch (alpha) {
            case Alpha.Value value -> Numbers.decimals(value.alpha(), 2);
            case Alpha.Undefined _ -> NONE;
        };
    }

    public String interval(@Nullable AlphaInterval interval) {
        return interval == null
                ? NONE
                : say(
                        "interval",
                        Numbers.decimals(interval.low(), 2),
                        Numbers.decimals(interval.high(), 2));
    }

    public String concordance(Concordance concordance) {
        return switch (concordance) {
            case Concordance.Value value -> Numbers.decimals(value.w(), 2);
            case Concordance.Undefined _ -> NONE;
        };
    }

    /// The statistic of W with its degrees of freedom, or a dash.
    public String chiSquare(Concordance concordance) {
        return switch (concordance) {
            case Concordance.Value value ->
                    say(
                            "chi-square",
                            Numbers.decimals(value.chiSquare(), 1),
                            value.degreesOfFreedom());
            case Concordance.Undefined _ -> NONE;
        };
    }

    /// Why a coefficient is missing; empty where none is.
    public String remark(PanelAgreement.Subject subject) {
        return subject.alpha() instanceof Alpha.Undefined undefined
                ? say("undefined." + lower(undefined.why()))
                : "";
    }

    public String disputes(Opinions opinions) {
        return opinions.disputes().stream()
                .map(dispute -> dispute(dispute, opinions))
                .collect(Collectors.joining(words.say("list.separator")));
    }

    private String dispute(Dispute dispute, Opinions opinions) {
        return say("dispute." + lower(dispute), opinions.spread());
    }

    /// What the panel would answer.
    public String proposed(Opinions opinions) {
        return answer(opinions.proposed(), opinions);
    }

    /// What each rater gave, as in `expert-a: met`.
    public List<String> answers(Opinions opinions) {
        List<String> answers = new ArrayList<>();
        List<Rater> raters = agreement.panel().raters();
        for (int i = 0; i < raters.size(); i++) {
            answers.add(
                    say("answer", raters.get(i).id(), answer(opinions.answers().get(i), opinions)));
        }
        return answers;
    }

    private String answer(Answer answer, Opinions opinions) {
        return switch (answer) {
            case Answer.Rated rated -> words.text(rated.rating().name());
            case Answer.NotApplicable _ -> say("state.not-applicable");
            case Answer.InsufficientEvidence _ -> say("state.insufficient");
            case Answer.Unanswered _ ->
                    say(opinions.measured() > 0 ? "state.measured" : "state.unanswered");
        };
    }

    /// What each rater entered, and the median, as in `a: 1.4; b: 1.6; median 1.6`.
    public String readings(MeasureOpinions measure) {
        List<String> readings = new ArrayList<>();
        List<Rater> raters = agreement.panel().raters();
        for (int i = 0; i < raters.size(); i++) {
            Reading reading = measure.readings().get(i);
            readings.add(
                    say(
                            "answer",
                            raters.get(i).id(),
                            reading == null ? NONE : Numbers.measured(reading.value())));
        }
        return String.join(words.say("list.separator"), readings);
    }

    Words words() {
        return words;
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
