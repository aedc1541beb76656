package org.jieti.server.board;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.view.CompletenessView;
import org.jieti.report.view.CoverageNode;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Directory;
import org.jieti.server.accounts.PersonFace;
import org.jieti.server.accounts.Target;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Part;
import org.jieti.server.assessments.Parts;
import org.jieti.server.campaigns.Round;
import org.springframework.stereotype.Component;

/// Who is waited for in an assessment.
@Component
public class Waiting {
    private final Directory directory;
    private final Parts parts;

    Waiting(Directory directory, Parts parts) {
        this.directory = directory;
        this.parts = parts;
    }

    /// What is waited for.
    public enum For {
        ANSWERS(Action.ANSWER, ""),
        /// 内部审核.
        REVIEW(Action.REVIEW_INTERNALLY, "/review"),
        /// 签署.
        SIGNATURE(Action.SIGN_OFF, "/submit"),
        NOTHING(Action.ANSWER, "");

        private final Action action;
        private final String page;

        For(Action action, String page) {
            this.action = action;
            this.page = page;
        }

        /// The message that names it.
        public String messageKey() {
            return "board.waiting." + name().toLowerCase(Locale.ROOT);
        }

        /// The page on which it is done.
        String path(AssessmentCase assessment) {
            return "/assessments/" + assessment.id() + page;
        }
    }

    /// What an assessment waits for.
    public static For of(AssessmentCase assessment) {
        if (assessment.round().state() != Round.State.OPEN
                || assessment.round().track() == Round.Track.DATA_IMPORTED) {
            return For.NOTHING;
        }
        return switch (assessment.state()) {
            case DRAFT, SELF_ASSESSMENT -> For.ANSWERS;
            case INTERNAL_REVIEW ->
                    assessment.reviewPassedAt() == null ? For.REVIEW : For.SIGNATURE;
            case SUBMITTED,
                    ACCEPTANCE_CHECK,
                    SUPPLEMENT,
                    EXPERT_REVIEW,
                    ON_SITE,
                    CONSENSUS,
                    LEVEL_RECOMMENDED,
                    COMPLIANCE_REVIEW,
                    PANEL,
                    PUBLIC_NOTICE,
                    OBJECTION,
                    CERTIFIED,
                    SURVEILLANCE,
                    EXPIRED,
                    WITHDRAWN,
                    REJECTED,
                    REVOKED,
                    FINISHED ->
                    For.NOTHING;
        };
    }

    /// The people who are waited for, by assessment and name. While a unit answers, these are the
    /// people whose parts are not complete, or all who may answer where no part is given out or
    /// all are complete. Assessments that wait for nothing, or where nobody has the role, are
    /// left out.
    ///
    /// @param results of all that wait for answers
    public Map<UUID, List<PersonFace>> people(
            Collection<AssessmentCase> assessments, Map<UUID, Result> results) {
        Map<UUID, List<PersonFace>> people = new HashMap<>();
        for (For what : For.values()) {
            List<AssessmentCase> these =
                    what == For.NOTHING
                            ? List.of()
                            : assessments.stream().filter(each -> of(each) == what).toList();
            Map<UUID, Target> targets = new HashMap<>();
            these.forEach(each -> targets.put(each.unit().organisation(), each.whole()));
            Map<UUID, List<PersonFace>> able = directory.whoMay(what.action, targets);
            for (AssessmentCase each : these) {
                List<PersonFace> found = able.get(each.unit().organisation());
                if (found != null) {
                    people.put(each.id(), found);
                }
            }
        }
        people.putAll(behind(assessments, results));
        return people;
    }

    /// Those whose parts are not complete, by assessment.
    private Map<UUID, List<PersonFace>> behind(
            Collection<AssessmentCase> assessments, Map<UUID, Result> results) {
        List<UUID> answering =
                assessments.stream()
                        .filter(each -> of(each) == For.ANSWERS)
                        .map(AssessmentCase::id)
                        .toList();
        Map<UUID, Set<UUID>> behind = new HashMap<>();
        parts.ofAll(answering)
                .forEach(
                        (assessment, given) -> {
                            Result result = results.get(assessment);
                            Set<UUID> late = result == null ? Set.of() : behind(given, result);
                            if (!late.isEmpty()) {
                                behind.put(assessment, late);
                            }
                        });
        Map<UUID, PersonFace> faces =
                directory.facesOf(behind.values().stream().flatMap(Set::stream).toList());
        Map<UUID, List<PersonFace>> people = new HashMap<>();
        behind.forEach(
                (assessment, late) ->
                        people.put(
                                assessment,
                                faces.values().stream()
                                        .filter(face -> late.contains(face.id()))
                                        .toList()));
        return people;
    }

    private static Set<UUID> behind(List<Part> given, Result result) {
        Map<String, CoverageNode> nodes = new HashMap<>();
        CompletenessView.of(result, Map.of(), Language.ZH).tree().stream()
                .flatMap(Waiting::all)
                .forEach(node -> nodes.put(node.id(), node));
        Set<UUID> late = new LinkedHashSet<>();
        for (Part part : given) {
            CoverageNode node = nodes.get(part.node().value());
            if (node == null || node.answered() < node.applicable()) {
                late.add(part.person());
            }
        }
        return late;
    }

    private static Stream<CoverageNode> all(CoverageNode node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Waiting::all));
    }
}
