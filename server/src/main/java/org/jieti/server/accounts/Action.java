package org.jieti.server.accounts;

import static org.jieti.server.accounts.Role.ASSESSOR;
import static org.jieti.server.accounts.Role.AUDIT_ADMIN;
import static org.jieti.server.accounts.Role.COMPLIANCE_REVIEWER;
import static org.jieti.server.accounts.Role.CONTRIBUTOR;
import static org.jieti.server.accounts.Role.EXPERT;
import static org.jieti.server.accounts.Role.INTAKE_OFFICER;
import static org.jieti.server.accounts.Role.INTERNAL_REVIEWER;
import static org.jieti.server.accounts.Role.LEAD_ASSESSOR;
import static org.jieti.server.accounts.Role.MODEL_EDITOR;
import static org.jieti.server.accounts.Role.SECURITY_ADMIN;
import static org.jieti.server.accounts.Role.SITE_INSPECTOR;
import static org.jieti.server.accounts.Role.SUPERVISOR;
import static org.jieti.server.accounts.Role.SYSTEM_ADMIN;
import static org.jieti.server.accounts.Role.UNIT_HEAD;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The table of rights: what can be done, how far a role's right to do it reaches, and the roles
/// that may. [Rights] reads it; nothing else decides.
public enum Action {
    // platform
    MANAGE_ORGANISATIONS(Reach.EVERYWHERE, SYSTEM_ADMIN),
    MANAGE_PEOPLE(Reach.EVERYWHERE, SYSTEM_ADMIN),
    GRANT_ROLES(Reach.EVERYWHERE, SECURITY_ADMIN),
    UNLOCK_PEOPLE(Reach.EVERYWHERE, SECURITY_ADMIN),
    READ_PEOPLE(Reach.EVERYWHERE, SYSTEM_ADMIN, SECURITY_ADMIN),
    END_SESSIONS(Reach.EVERYWHERE, SECURITY_ADMIN),
    RESET_SECOND_FACTOR(Reach.EVERYWHERE, SECURITY_ADMIN),
    READ_AUDIT(Reach.EVERYWHERE, AUDIT_ADMIN),
    CHECK_EVIDENCE(Reach.EVERYWHERE, SYSTEM_ADMIN),

    // models
    READ_MODELS(Reach.EVERYWHERE, business()),
    EDIT_MODELS(Reach.EVERYWHERE, MODEL_EDITOR),
    PUBLISH_MODELS(Reach.EVERYWHERE, MODEL_EDITOR),

    // units and rounds
    READ_UNITS(Reach.ROUND, INTAKE_OFFICER, LEAD_ASSESSOR, ASSESSOR, SUPERVISOR),
    MANAGE_UNITS(Reach.ROUND, INTAKE_OFFICER, LEAD_ASSESSOR),
    READ_ROUNDS(Reach.OWN, assessing()),
    READ_ALL_ROUNDS(Reach.ROUND, SUPERVISOR),
    MANAGE_ROUNDS(Reach.OWN, INTAKE_OFFICER, LEAD_ASSESSOR),

    // assessments
    READ_OWN_ASSESSMENT(Reach.OWN, CONTRIBUTOR, INTERNAL_REVIEWER, UNIT_HEAD),
    READ_ASSESSMENTS(Reach.ROUND, assessing(SUPERVISOR)),
    ANSWER(Reach.OWN, CONTRIBUTOR, INTERNAL_REVIEWER, UNIT_HEAD),
    DELEGATE_PARTS(Reach.OWN, INTERNAL_REVIEWER, UNIT_HEAD),
    HAND_ON(Reach.OWN, CONTRIBUTOR, INTERNAL_REVIEWER, UNIT_HEAD),
    REVIEW_INTERNALLY(Reach.OWN, INTERNAL_REVIEWER, UNIT_HEAD),
    SIGN_OFF(Reach.OWN, UNIT_HEAD),

    // what becomes of those that are handed in
    CHECK_ACCEPTANCE(Reach.OWN, INTAKE_OFFICER),
    LEAD_ASSESSMENT(Reach.OWN, LEAD_ASSESSOR),
    VISIT_SITES(Reach.OWN, SITE_INSPECTOR),
    REVIEW_COMPLIANCE(Reach.OWN, COMPLIANCE_REVIEWER);

    /// How far a role carries.
    public enum Reach {
        /// Whoever has the role, for whatever organisation.
        EVERYWHERE,
        /// Every unit of the rounds that the role was given for.
        ROUND,
        /// The organisation that the role was given for, its rounds and its parts.
        OWN
    }

    private final Reach reach;

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable
    private final Set<Role> roles;

    Action(Reach reach, Role... roles) {
        this(reach, EnumSet.copyOf(List.of(roles)));
    }

    Action(Reach reach, Set<Role> roles) {
        this.reach = reach;
        this.roles = Collections.unmodifiableSet(roles);
    }

    public Reach reach() {
        return reach;
    }

    public Set<Role> roles() {
        return roles;
    }

    private static Set<Role> business() {
        EnumSet<Role> roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> role.kind() == Role.Kind.ADMINISTRATION);
        return roles;
    }

    private static Set<Role> assessing(Role... others) {
        EnumSet<Role> roles =
                EnumSet.of(
                        INTAKE_OFFICER,
                        LEAD_ASSESSOR,
                        ASSESSOR,
                        SITE_INSPECTOR,
                        COMPLIANCE_REVIEWER,
                        EXPERT);
        roles.addAll(List.of(others));
        return roles;
    }
}
