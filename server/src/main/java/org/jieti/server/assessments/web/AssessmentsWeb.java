package org.jieti.server.assessments.web;

import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.accounts.Visitors;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.assessments.AssessmentTab;
import org.jieti.server.campaigns.Round;
import org.jieti.server.shared.web.HomePart;
import org.jieti.server.shared.web.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AssessmentsWeb {
    private static final int RANK = 10;
    private static final int RANK_OF_PARTS = 20;
    private static final int RANK_OF_MATERIALS = 50;
    private static final int RANK_OF_REVIEW = 60;
    private static final int RANK_OF_SUBMIT = 70;

    @Bean
    NavigationEntry assessmentsEntry(Rights rights, Visitors visitors) {
        return new NavigationEntry(
                "assessments.list",
                "/assessments",
                RANK,
                () -> {
                    SignedIn me = visitors.current();
                    return me != null && rights.mayAnywhere(me, Action.READ_OWN_ASSESSMENT);
                });
    }

    @Bean
    HomePart assessmentsAtHome(HomeWorks works, Visitors visitors) {
        return new HomePart(
                "assessments/home",
                RANK,
                language -> {
                    SignedIn me = visitors.current();
                    return me == null ? null : works.of(me, language);
                });
    }

    @Bean
    AssessmentTab answeringTab() {
        return new AssessmentTab("assessments.answering", "", RANK, (_, _) -> true);
    }

    @Bean
    AssessmentTab partsTab(AssessmentAccess access) {
        return new AssessmentTab("assessments.parts", "/parts", RANK_OF_PARTS, access::isOwnUnits);
    }

    @Bean
    AssessmentTab materialsTab(AssessmentAccess access) {
        return new AssessmentTab(
                "assessments.materials",
                MaterialsController.PATH,
                RANK_OF_MATERIALS,
                access::isOwnUnits);
    }

    @Bean
    AssessmentTab reviewTab(AssessmentAccess access) {
        return new AssessmentTab(
                "assessments.review",
                ReviewPages.PATH,
                RANK_OF_REVIEW,
                (me, of) ->
                        access.isOwnUnits(me, of)
                                && of.round().track() != Round.Track.SELF_DIAGNOSIS);
    }

    @Bean
    AssessmentTab finishTab(AssessmentAccess access) {
        return new AssessmentTab(
                "assessments.move.finish",
                ReviewPages.PATH,
                RANK_OF_REVIEW,
                (me, of) ->
                        access.isOwnUnits(me, of)
                                && of.round().track() == Round.Track.SELF_DIAGNOSIS);
    }

    @Bean
    AssessmentTab submitTab(AssessmentAccess access) {
        return new AssessmentTab(
                "assessments.submit",
                "/submit",
                RANK_OF_SUBMIT,
                (me, of) -> access.isOwnUnits(me, of) && of.round().track() == Round.Track.FULL);
    }
}
