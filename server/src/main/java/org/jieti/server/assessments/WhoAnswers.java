package org.jieti.server.assessments;

import java.util.List;
import org.jieti.core.model.NodeId;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;

/// What one person may answer in one assessment: what their roles allow, narrowed to their own
/// parts once parts have been given out. Those who give them out are not narrowed.
public final class WhoAnswers {
    private final Rights rights;
    private final SignedIn me;
    private final AssessmentCase of;
    private final List<Part> parts;

    WhoAnswers(Rights rights, SignedIn me, AssessmentCase of, List<Part> parts) {
        this.rights = rights;
        this.me = me;
        this.of = of;
        this.parts = List.copyOf(parts);
    }

    /// Whether somebody may answer, or why not.
    public enum Verdict {
        ALLOWED,
        /// None of their roles lets them.
        NO_RIGHT,
        /// Parts have been given out, and this is none of theirs.
        NOT_ASSIGNED,
        /// The assessment is not being answered.
        CLOSED
    }

    /// Whether the person may answer at a node.
    public Verdict at(NodeId node) {
        if (!rights.may(me, Action.ANSWER, of.part(node))) {
            return Verdict.NO_RIGHT;
        }
        if (!isWithinParts(node)) {
            return Verdict.NOT_ASSIGNED;
        }
        return of.isAnswered() ? Verdict.ALLOWED : Verdict.CLOSED;
    }

    private boolean isWithinParts(NodeId node) {
        return parts.isEmpty()
                || rights.may(me, Action.DELEGATE_PARTS, of.whole())
                || isAskedFor(node);
    }

    /// Whether the person is asked for a node, or for one above it.
    public boolean isAskedFor(NodeId node) {
        return parts.stream()
                .anyMatch(part -> part.person().equals(me.id()) && part.node().contains(node));
    }
}
