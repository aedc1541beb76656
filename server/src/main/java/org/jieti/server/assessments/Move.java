package org.jieti.server.assessments;

import static org.jieti.server.assessments.AssessmentState.ACCEPTANCE_CHECK;
import static org.jieti.server.assessments.AssessmentState.CERTIFIED;
import static org.jieti.server.assessments.AssessmentState.COMPLIANCE_REVIEW;
import static org.jieti.server.assessments.AssessmentState.CONSENSUS;
import static org.jieti.server.assessments.AssessmentState.DRAFT;
import static org.jieti.server.assessments.AssessmentState.EXPERT_REVIEW;
import static org.jieti.server.assessments.AssessmentState.EXPIRED;
import static org.jieti.server.assessments.AssessmentState.FINISHED;
import static org.jieti.server.assessments.AssessmentState.INTERNAL_REVIEW;
import static org.jieti.server.assessments.AssessmentState.LEVEL_RECOMMENDED;
import static org.jieti.server.assessments.AssessmentState.OBJECTION;
import static org.jieti.server.assessments.AssessmentState.ON_SITE;
import static org.jieti.server.assessments.AssessmentState.PANEL;
import static org.jieti.server.assessments.AssessmentState.PUBLIC_NOTICE;
import static org.jieti.server.assessments.AssessmentState.REJECTED;
import static org.jieti.server.assessments.AssessmentState.REVOKED;
import static org.jieti.server.assessments.AssessmentState.SELF_ASSESSMENT;
import static org.jieti.server.assessments.AssessmentState.SUBMITTED;
import static org.jieti.server.assessments.AssessmentState.SUPPLEMENT;
import static org.jieti.server.assessments.AssessmentState.SURVEILLANCE;
import static org.jieti.server.assessments.AssessmentState.WITHDRAWN;
import static org.jieti.server.assessments.Move.Due.NO_DAY;
import static org.jieti.server.assessments.Move.Due.UNIT_DAY;
import static org.jieti.server.assessments.Move.Due.VALIDITY;
import static org.jieti.server.assessments.Move.Due.WORKING_DAYS;
import static org.jieti.server.assessments.Move.Kept.ANSWERS_HASH;
import static org.jieti.server.assessments.Move.Kept.LEFT_OPEN;
import static org.jieti.server.assessments.Move.Kept.REASON;
import static org.jieti.server.assessments.Move.Kept.STATEMENT;
import static org.jieti.server.assessments.Move.Side.ASSESSING;
import static org.jieti.server.assessments.Move.Side.CLOCK;
import static org.jieti.server.assessments.Move.Side.UNIT;
import static org.jieti.server.assessments.Move.Since.LATER;
import static org.jieti.server.assessments.Move.Since.NOW;
import static org.jieti.server.assessments.Requirement.ANSWERED_OR_LEFT_OPEN;
import static org.jieti.server.assessments.Requirement.COMPLETE;
import static org.jieti.server.assessments.Requirement.DATA_LOADED;
import static org.jieti.server.assessments.Requirement.EXPERTS_AGREED;
import static org.jieti.server.assessments.Requirement.EXPERTS_SCORED;
import static org.jieti.server.assessments.Requirement.NOTICE_OVER;
import static org.jieti.server.assessments.Requirement.NOT_IN_THE_CASE;
import static org.jieti.server.assessments.Requirement.NO_PANEL_NEEDED;
import static org.jieti.server.assessments.Requirement.PANEL_DECIDED;
import static org.jieti.server.assessments.Requirement.PANEL_NEEDED;
import static org.jieti.server.assessments.Requirement.REASON_GIVEN;
import static org.jieti.server.assessments.Requirement.REMARKS_SETTLED;
import static org.jieti.server.assessments.Requirement.REMARKS_WAITING;
import static org.jieti.server.assessments.Requirement.REVIEW_PASSED;
import static org.jieti.server.assessments.Requirement.ROUND_OPEN;
import static org.jieti.server.assessments.Requirement.THREE_EXPERTS;
import static org.jieti.server.assessments.Requirement.TRUTH_DECLARED;
import static org.jieti.server.assessments.Requirement.VALIDITY_OVER;
import static org.jieti.server.assessments.Requirement.VISIT_REPORTED;
import static org.jieti.server.campaigns.Round.Track.DATA_IMPORTED;
import static org.jieti.server.campaigns.Round.Track.FULL;
import static org.jieti.server.campaigns.Round.Track.SELF_DIAGNOSIS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jieti.server.accounts.Action;
import org.jieti.server.campaigns.Round;
import org.jspecify.annotations.Nullable;

/// The course of an assessment: every way from one state to another. [Course] reads this table;
/// nothing else moves an assessment.
@SuppressWarnings("ImmutableEnumChecker") // its sets and lists are unmodifiable
public enum Move {
    // from | to | whose matter, by which right | on which tracks | what it needs | what is kept of
    // it beside who and when | the kind of day by which it is due | since when it is open

    /// 开始自评
    START(
            List.of(DRAFT),
            SELF_ASSESSMENT,
            UNIT,
            Action.ANSWER,
            List.of(FULL, SELF_DIAGNOSIS),
            List.of(ROUND_OPEN),
            List.of(),
            UNIT_DAY,
            NOW),
    /// 送内部审核
    SEND(
            List.of(SELF_ASSESSMENT),
            INTERNAL_REVIEW,
            UNIT,
            Action.HAND_ON,
            List.of(FULL),
            List.of(ROUND_OPEN, ANSWERED_OR_LEFT_OPEN, REMARKS_SETTLED),
            List.of(LEFT_OPEN),
            UNIT_DAY,
            NOW),
    /// 退回修改
    RETURN(
            List.of(INTERNAL_REVIEW),
            SELF_ASSESSMENT,
            UNIT,
            Action.REVIEW_INTERNALLY,
            List.of(FULL),
            List.of(ROUND_OPEN, REMARKS_WAITING),
            List.of(REASON),
            UNIT_DAY,
            NOW),
    /// 审核通过: it then waits for the head.
    PASS(
            List.of(INTERNAL_REVIEW),
            INTERNAL_REVIEW,
            UNIT,
            Action.REVIEW_INTERNALLY,
            List.of(FULL),
            List.of(ROUND_OPEN, REMARKS_SETTLED),
            List.of(REASON),
            UNIT_DAY,
            NOW),
    /// 签署提交
    SIGN(
            List.of(INTERNAL_REVIEW),
            SUBMITTED,
            UNIT,
            Action.SIGN_OFF,
            List.of(FULL),
            List.of(ROUND_OPEN, REVIEW_PASSED, REMARKS_SETTLED, TRUTH_DECLARED),
            List.of(STATEMENT, ANSWERS_HASH),
            UNIT_DAY,
            NOW),
    /// 完成自诊断
    FINISH(
            List.of(SELF_ASSESSMENT),
            FINISHED,
            UNIT,
            Action.HAND_ON,
            List.of(SELF_DIAGNOSIS),
            List.of(ROUND_OPEN, ANSWERED_OR_LEFT_OPEN),
            List.of(LEFT_OPEN, ANSWERS_HASH),
            UNIT_DAY,
            NOW),
    /// 导入数据
    LOAD(
            List.of(DRAFT),
            FINISHED,
            ASSESSING,
            Action.MANAGE_ROUNDS,
            List.of(DATA_IMPORTED),
            List.of(ROUND_OPEN, DATA_LOADED),
            List.of(ANSWERS_HASH),
            UNIT_DAY,
            LATER),
    /// 撤回
    WITHDRAW(
            List.of(
                    DRAFT,
                    SELF_ASSESSMENT,
                    INTERNAL_REVIEW,
                    SUBMITTED,
                    ACCEPTANCE_CHECK,
                    SUPPLEMENT,
                    EXPERT_REVIEW,
                    ON_SITE,
                    CONSENSUS,
                    LEVEL_RECOMMENDED,
                    COMPLIANCE_REVIEW,
                    PANEL,
                    PUBLIC_NOTICE,
                    OBJECTION),
            WITHDRAWN,
            UNIT,
            Action.SIGN_OFF,
            List.of(FULL, SELF_DIAGNOSIS),
            List.of(REASON_GIVEN),
            List.of(REASON),
            NO_DAY,
            NOW),
    /// 受理
    TAKE_IN(
            List.of(SUBMITTED),
            ACCEPTANCE_CHECK,
            ASSESSING,
            Action.CHECK_ACCEPTANCE,
            List.of(FULL),
            List.of(),
            List.of(),
            WORKING_DAYS,
            LATER),
    /// 要求补正
    ASK_FOR_MORE(
            List.of(ACCEPTANCE_CHECK),
            SUPPLEMENT,
            ASSESSING,
            Action.CHECK_ACCEPTANCE,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 提交补正
    ADD(
            List.of(SUPPLEMENT),
            ACCEPTANCE_CHECK,
            UNIT,
            Action.SIGN_OFF,
            List.of(FULL),
            List.of(TRUTH_DECLARED),
            List.of(STATEMENT, ANSWERS_HASH),
            WORKING_DAYS,
            LATER),
    /// 受理通过
    ADMIT(
            List.of(ACCEPTANCE_CHECK),
            EXPERT_REVIEW,
            ASSESSING,
            Action.CHECK_ACCEPTANCE,
            List.of(FULL),
            List.of(COMPLETE, THREE_EXPERTS),
            List.of(),
            WORKING_DAYS,
            LATER),
    /// 不予通过
    REJECT(
            List.of(ACCEPTANCE_CHECK, SUPPLEMENT, PANEL),
            REJECTED,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            NO_DAY,
            LATER),
    /// 现场核查
    VISIT(
            List.of(EXPERT_REVIEW),
            ON_SITE,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 核查完成
    REPORT_VISIT(
            List.of(ON_SITE),
            EXPERT_REVIEW,
            ASSESSING,
            Action.VISIT_SITES,
            List.of(FULL),
            List.of(VISIT_REPORTED),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 转入合议
    CONFER(
            List.of(EXPERT_REVIEW),
            CONSENSUS,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(EXPERTS_SCORED),
            List.of(),
            WORKING_DAYS,
            LATER),
    /// 建议等级
    RECOMMEND(
            List.of(CONSENSUS),
            LEVEL_RECOMMENDED,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(EXPERTS_AGREED),
            List.of(REASON, ANSWERS_HASH),
            WORKING_DAYS,
            LATER),
    /// 送合规审查
    SEND_TO_COMPLIANCE(
            List.of(LEVEL_RECOMMENDED),
            COMPLIANCE_REVIEW,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(),
            List.of(),
            WORKING_DAYS,
            LATER),
    /// 合规退回: the level is recommended anew.
    SEND_BACK(
            List.of(COMPLIANCE_REVIEW),
            CONSENSUS,
            ASSESSING,
            Action.REVIEW_COMPLIANCE,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 提交评审会
    CONVENE(
            List.of(COMPLIANCE_REVIEW),
            PANEL,
            ASSESSING,
            Action.REVIEW_COMPLIANCE,
            List.of(FULL),
            List.of(PANEL_NEEDED),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 公示
    ANNOUNCE(
            List.of(COMPLIANCE_REVIEW),
            PUBLIC_NOTICE,
            ASSESSING,
            Action.REVIEW_COMPLIANCE,
            List.of(FULL),
            List.of(NO_PANEL_NEEDED),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 评审会通过
    DECIDE(
            List.of(PANEL),
            PUBLIC_NOTICE,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(PANEL_DECIDED),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 提出异议
    OBJECT(
            List.of(PUBLIC_NOTICE),
            OBJECTION,
            ASSESSING,
            Action.CHECK_ACCEPTANCE,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 处理异议: by people who had no part in the case.
    SETTLE(
            List.of(OBJECTION),
            PUBLIC_NOTICE,
            ASSESSING,
            Action.REVIEW_COMPLIANCE,
            List.of(FULL),
            List.of(NOT_IN_THE_CASE, REASON_GIVEN),
            List.of(REASON),
            WORKING_DAYS,
            LATER),
    /// 认定
    CERTIFY(
            List.of(PUBLIC_NOTICE),
            CERTIFIED,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(NOTICE_OVER),
            List.of(ANSWERS_HASH),
            WORKING_DAYS,
            LATER),
    /// 转入监督
    WATCH(
            List.of(CERTIFIED),
            SURVEILLANCE,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(),
            List.of(),
            VALIDITY,
            LATER),
    /// 到期
    EXPIRE(
            List.of(SURVEILLANCE),
            EXPIRED,
            CLOCK,
            null,
            List.of(FULL),
            List.of(VALIDITY_OVER),
            List.of(),
            VALIDITY,
            LATER),
    /// 撤销
    REVOKE(
            List.of(CERTIFIED, SURVEILLANCE),
            REVOKED,
            ASSESSING,
            Action.LEAD_ASSESSMENT,
            List.of(FULL),
            List.of(REASON_GIVEN),
            List.of(REASON),
            NO_DAY,
            LATER);

    /// Whose matter a move is.
    public enum Side {
        /// The unit's that is assessed.
        UNIT,
        /// The organisation's that runs the round.
        ASSESSING,
        /// Nobody's: the platform moves by itself.
        CLOCK
    }

    /// What is kept of a move beside who made it, when, from where and to where.
    public enum Kept {
        REASON,
        /// 真实性承诺, as it was confirmed.
        STATEMENT,
        /// The hash of all answers as they were.
        ANSWERS_HASH,
        /// The criteria that were left open on purpose.
        LEFT_OPEN
    }

    /// The kind of day by which a move is due.
    public enum Due {
        NO_DAY,
        /// The unit's last day in the round.
        UNIT_DAY,
        /// So many working days after the move before it, a setting of the round.
        WORKING_DAYS,
        /// The last day of the certificate.
        VALIDITY
    }

    /// Since when a move can be made.
    public enum Since {
        NOW,
        /// The table has it, but the pages for it do not exist yet.
        LATER
    }

    private final Set<AssessmentState> from;
    private final AssessmentState to;
    private final Side side;
    private final @Nullable Action right;
    private final Set<Round.Track> tracks;
    private final List<Requirement> requires;
    private final Set<Kept> keeps;
    private final Due due;
    private final Since since;

    Move(
            List<AssessmentState> from,
            AssessmentState to,
            Side side,
            @Nullable Action right,
            List<Round.Track> tracks,
            List<Requirement> requires,
            List<Kept> keeps,
            Due due,
            Since since) {
        this.from = Collections.unmodifiableSet(EnumSet.copyOf(from));
        this.to = to;
        this.side = side;
        this.right = right;
        this.tracks = Collections.unmodifiableSet(EnumSet.copyOf(tracks));
        this.requires = List.copyOf(requires);
        this.keeps =
                keeps.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(keeps));
        this.due = due;
        this.since = since;
    }

    public Set<AssessmentState> from() {
        return from;
    }

    public AssessmentState to() {
        return to;
    }

    public Side side() {
        return side;
    }

    /// The right that it takes; the table of rights says which roles have it. Null where the
    /// platform moves by itself.
    public @Nullable Action right() {
        return right;
    }

    public Set<Round.Track> tracks() {
        return tracks;
    }

    public List<Requirement> requires() {
        return requires;
    }

    public Set<Kept> keeps() {
        return keeps;
    }

    public Due due() {
        return due;
    }

    public Since since() {
        return since;
    }

    /// How forms and messages write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The message that names it.
    public String messageKey() {
        return "assessments.move." + word();
    }

    /// The states in which an assessment can be in this version, in the order of the course.
    public static Set<AssessmentState> reached() {
        Set<AssessmentState> reached = EnumSet.of(DRAFT);
        for (Move move : values()) {
            if (move.since == Since.NOW) {
                reached.add(move.to);
            }
        }
        return Collections.unmodifiableSet(reached);
    }
}
