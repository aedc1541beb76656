package org.jieti.server.ground;

import static org.jieti.server.database.schema.Tables.ASSESSMENT;
import static org.jieti.server.database.schema.Tables.MATURITY_MODEL;
import static org.jieti.server.database.schema.Tables.ROUND;
import static org.jieti.server.database.schema.Tables.ROUND_UNIT;
import static org.jieti.server.database.schema.Tables.UNIT;
import static org.jieti.server.database.schema.Tables.WEIGHT_SET;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jieti.core.model.Grading;
import org.jieti.server.assessments.AssessmentState;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.models.PublishedModels;
import org.jieti.server.models.domain.ShippedModels;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/// Open rounds in which the units of [Cast] answer, without the pages on which rounds are made.
public final class Scene {
    public static final String DGIMM = "dgimm@2021.1";
    public static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    private final Cast cast;
    private final ShippedModels shipped;
    private final PublishedModels models;
    private final Assessments assessments;
    private final DSLContext database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Scene(
            Cast cast,
            ShippedModels shipped,
            PublishedModels models,
            Assessments assessments,
            DSLContext database,
            TransactionTemplate transaction,
            Clock clock) {
        this.cast = cast;
        this.shipped = shipped;
        this.models = models;
        this.assessments = assessments;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// An assessment of a side's unit in a round of its own, in which the unit answers.
    public UUID answering(Side side, String model) {
        return assessment(round(model, null), side, AssessmentState.SELF_ASSESSMENT);
    }

    /// An assessment as [#answering] makes it, made once.
    public UUID anyAnswering(Side side) {
        UUID found =
                database.select(ASSESSMENT.ID)
                        .from(ASSESSMENT)
                        .where(ASSESSMENT.UNIT.eq(unit(side)))
                        .and(ASSESSMENT.STATE.eq(AssessmentState.SELF_ASSESSMENT.name()))
                        .limit(1)
                        .fetchOne(ASSESSMENT.ID);
        return found != null ? found : answering(side, DGIMM);
    }

    /// The unit of a side's organisation.
    public UUID unit(Side side) {
        UUID organisation = cast.organisation(side);
        UUID found =
                database.select(UNIT.ID)
                        .from(UNIT)
                        .where(UNIT.ORGANISATION.eq(organisation))
                        .fetchOne(UNIT.ID);
        return found != null
                ? found
                : database.insertInto(UNIT)
                        .set(UNIT.ORGANISATION, organisation)
                        .set(UNIT.CODE, "example-" + side.name().toLowerCase(Locale.ROOT))
                        .set(UNIT.NAME, cast.organisationName(side))
                        .set(UNIT.REGION, "示例省")
                        .set(UNIT.CREATED_AT, clock.instant())
                        .returning(UNIT.ID)
                        .fetchSingle(UNIT.ID);
    }

    /// An open round by a shipped model, its equal weights and its default preset.
    ///
    /// @param previous the round whose answers are offered; null for none
    public UUID round(String model, @Nullable UUID previous) {
        shipped.add();
        String sha256 =
                database.select(MATURITY_MODEL.SHA256)
                        .from(MATURITY_MODEL)
                        .where(MATURITY_MODEL.ID.eq(model))
                        .fetchSingle(MATURITY_MODEL.SHA256);
        String weights =
                database.select(WEIGHT_SET.SHA256)
                        .from(WEIGHT_SET)
                        .where(WEIGHT_SET.MODEL.eq(model))
                        .and(WEIGHT_SET.ID.eq("equal"))
                        .fetchSingle(WEIGHT_SET.SHA256);
        Grading grading = models.find(model, sha256).model().grading();
        return database.insertInto(ROUND)
                .set(ROUND.ORGANISER, cast.organisation(Side.OTHER))
                .set(ROUND.TITLE, "示例评估活动")
                .set(ROUND.TRACK, "FULL")
                .set(ROUND.MODEL, model)
                .set(ROUND.MODEL_SHA256, sha256)
                .set(ROUND.WEIGHT_SET, "equal")
                .set(ROUND.WEIGHT_SET_SHA256, weights)
                .set(ROUND.PRESET, grading == null ? null : grading.defaultPreset().id())
                .set(ROUND.AS_OF, LocalDate.of(2026, 11, 20))
                .set(ROUND.DUE_ON, DUE)
                .set(ROUND.PREVIOUS, previous)
                .set(ROUND.STATE, "OPEN")
                .set(ROUND.CREATED_AT, clock.instant())
                .returning(ROUND.ID)
                .fetchSingle(ROUND.ID);
    }

    /// An assessment of a side's unit in a round.
    public UUID assessment(UUID round, Side side, AssessmentState state) {
        UUID unit = unit(side);
        UUID made =
                transaction.execute(
                        _ -> {
                            database.insertInto(ROUND_UNIT)
                                    .set(ROUND_UNIT.ROUND, round)
                                    .set(ROUND_UNIT.UNIT, unit)
                                    .set(ROUND_UNIT.ADDED_AT, clock.instant())
                                    .execute();
                            return assessments.create(round, unit);
                        });
        return move(Objects.requireNonNull(made), state);
    }

    /// The assessment of the same unit in the next round, to which the answers of one are offered.
    public UUID after(UUID assessment, Side side) {
        UUID before =
                database.select(ASSESSMENT.ROUND)
                        .from(ASSESSMENT)
                        .where(ASSESSMENT.ID.eq(assessment))
                        .fetchSingle(ASSESSMENT.ROUND);
        String model =
                database.select(ROUND.MODEL)
                        .from(ROUND)
                        .where(ROUND.ID.eq(before))
                        .fetchSingle(ROUND.MODEL);
        return assessment(round(model, before), side, AssessmentState.SELF_ASSESSMENT);
    }

    /// Puts an assessment into a state, whatever the course says.
    public UUID move(UUID assessment, AssessmentState state) {
        database.update(ASSESSMENT)
                .set(ASSESSMENT.STATE, state.name())
                .where(ASSESSMENT.ID.eq(assessment))
                .execute();
        return assessment;
    }
}
