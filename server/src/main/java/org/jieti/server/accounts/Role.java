package org.jieti.server.accounts;

import java.util.Locale;

/// What a person does on the platform. One person may have several, but an administrator has one
/// of the three and no other.
public enum Role {
    /// 填报员: answers for a unit.
    CONTRIBUTOR(Kind.UNIT),
    /// 部门审核员: checks answers before the unit hands them in.
    INTERNAL_REVIEWER(Kind.UNIT),
    /// 负责人: signs for the unit.
    UNIT_HEAD(Kind.UNIT),
    /// 受理员: opens rounds and takes in what units submit.
    INTAKE_OFFICER(Kind.ASSESSMENT),
    /// 评估组长: leads an assessment.
    LEAD_ASSESSOR(Kind.ASSESSMENT),
    /// 评估员: assesses.
    ASSESSOR(Kind.ASSESSMENT),
    /// 现场核查员: checks on site.
    SITE_INSPECTOR(Kind.ASSESSMENT),
    /// 合规审查员: checks that an assessment kept the rules.
    COMPLIANCE_REVIEWER(Kind.ASSESSMENT),
    /// 评审专家: scores blind and decides with others.
    EXPERT(Kind.ASSESSMENT),
    /// 指标库管理员: keeps models and weight sets.
    MODEL_EDITOR(Kind.STANDARDS),
    /// 赋权专家: judges weights.
    WEIGHTING_EXPERT(Kind.STANDARDS),
    /// 上级主管: reads results, changes nothing.
    SUPERVISOR(Kind.SUPERVISION),
    /// 系统管理员: organisations, people, operation.
    SYSTEM_ADMIN(Kind.ADMINISTRATION),
    /// 安全管理员: roles, locks.
    SECURITY_ADMIN(Kind.ADMINISTRATION),
    /// 审计管理员: reads the audit record.
    AUDIT_ADMIN(Kind.ADMINISTRATION);

    /// On whose side a role stands.
    public enum Kind {
        UNIT,
        ASSESSMENT,
        STANDARDS,
        SUPERVISION,
        ADMINISTRATION
    }

    private final Kind kind;

    Role(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// Whether one person may have both.
    public boolean goesWith(Role other) {
        return this == other || (kind != Kind.ADMINISTRATION && other.kind != Kind.ADMINISTRATION);
    }

    /// The message that names it.
    public String messageKey() {
        return "accounts.role." + name().toLowerCase(Locale.ROOT);
    }
}
