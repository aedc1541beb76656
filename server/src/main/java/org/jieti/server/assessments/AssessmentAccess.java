package org.jieti.server.assessments;

import java.util.UUID;
import org.jieti.server.accounts.Action;
import org.jieti.server.accounts.Rights;
import org.jieti.server.accounts.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/// Finds an assessment for somebody who may read it: the unit's own people always, those who assess
/// once it has been handed in.
@Service
public class AssessmentAccess {
    private final Assessments assessments;
    private final Rights rights;

    AssessmentAccess(Assessments assessments, Rights rights) {
        this.assessments = assessments;
        this.rights = rights;
    }

    /// An assessment that a person may read.
    ///
    /// @throws ResponseStatusException with 404 if there is none
    /// @throws AccessDeniedException if it is not for them to read
    public AssessmentCase readable(SignedIn me, UUID id) {
        AssessmentCase of = assessments.find(id);
        if (of == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!mayRead(me, of)) {
            throw new AccessDeniedException("read " + id);
        }
        return of;
    }

    /// An assessment of a unit for one of its own people.
    ///
    /// @throws ResponseStatusException with 404 if there is none
    /// @throws AccessDeniedException if it is another unit's
    public AssessmentCase ownUnits(SignedIn me, UUID id) {
        AssessmentCase of = readable(me, id);
        if (!isOwnUnits(me, of)) {
            throw new AccessDeniedException("read what the unit keeps to itself of " + id);
        }
        return of;
    }

    /// Whether a person answers for the unit of an assessment, any part of it or the whole.
    public boolean isOwnUnits(SignedIn me, AssessmentCase of) {
        return rights.may(
                me,
                Action.READ_OWN_ASSESSMENT,
                of.anyPart(Nodes.all(assessments.model(of).model())));
    }

    /// Whether a person may read an assessment: whoever answers any part of it reads all of it.
    public boolean mayRead(SignedIn me, AssessmentCase of) {
        return isOwnUnits(me, of)
                || (of.state().isHandedIn() && rights.may(me, Action.READ_ASSESSMENTS, of.whole()));
    }
}
