package org.jieti.server.assessments;

import org.jieti.server.campaigns.RoundOpened;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Makes the assessments of a round as it opens.
@Component
class OpenedRounds {
    /// Before those who then want to speak of the assessments.
    static final int FIRST = 0;

    private final Assessments assessments;

    OpenedRounds(Assessments assessments) {
        this.assessments = assessments;
    }

    @Order(FIRST)
    @EventListener
    void make(RoundOpened opened) {
        opened.units().stream()
                .sorted()
                .forEach(unit -> assessments.create(opened.round().id(), unit));
    }
}
