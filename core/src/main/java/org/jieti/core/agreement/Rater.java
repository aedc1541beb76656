package org.jieti.core.agreement;

import org.jieti.core.assessment.Assessment;

/// One who rated a unit, and what this rater gave.
public record Rater(String id, Assessment assessment) {
    public Rater {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A rater needs an id.");
        }
    }
}
