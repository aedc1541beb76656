package org.jieti.server.assessments;

import static org.jieti.server.database.schema.Tables.ASSESSMENT;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.model.Grading;
import org.jieti.core.model.Preset;
import org.jieti.core.model.WeightSet;
import org.jieti.core.result.Result;
import org.jieti.core.result.Scoring;
import org.jieti.server.campaigns.Round;
import org.jieti.server.campaigns.Rounds;
import org.jieti.server.database.schema.tables.records.AssessmentRecord;
import org.jieti.server.models.PublishedModel;
import org.jieti.server.models.PublishedModels;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.Units;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Assessments: one for each unit in a round, with what the unit has answered and what it comes
/// to. Who may read them is asked before.
@Service
@Transactional(readOnly = true)
public class Assessments {
    private final DSLContext database;
    private final Clock clock;
    private final AnswerRows rows;
    private final Rounds rounds;
    private final Units units;
    private final PublishedModels models;

    Assessments(
            DSLContext database,
            Clock clock,
            AnswerRows rows,
            Rounds rounds,
            Units units,
            PublishedModels models) {
        this.database = database;
        this.clock = clock;
        this.rows = rows;
        this.rounds = rounds;
        this.units = units;
        this.models = models;
    }

    /// Makes a unit's assessment in a round, which nobody has begun. Where the round has one
    /// before it, what the unit answered there is offered.
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID create(UUID round, UUID unit) {
        UUID made =
                database.insertInto(ASSESSMENT)
                        .set(ASSESSMENT.ROUND, round)
                        .set(ASSESSMENT.UNIT, unit)
                        .set(ASSESSMENT.STATE, AssessmentState.DRAFT.name())
                        .set(ASSESSMENT.CREATED_AT, clock.instant())
                        .returning(ASSESSMENT.ID)
                        .fetchSingle(ASSESSMENT.ID);
        offerPrevious(made, round, unit);
        return made;
    }

    /// Offers what the unit answered in the round before to the same questions: those of the same
    /// model, in whatever version, that still have their id. Ratings that are no longer on the
    /// scale, and measures whose unit has changed, are left out.
    private void offerPrevious(UUID assessment, UUID roundId, UUID unit) {
        Round round = round(roundId);
        Round before = round.previous() == null ? null : round(round.previous());
        if (before == null || !name(before).equals(name(round))) {
            return;
        }
        UUID earlier =
                database.select(ASSESSMENT.ID)
                        .from(ASSESSMENT)
                        .where(ASSESSMENT.ROUND.eq(before.id()))
                        .and(ASSESSMENT.UNIT.eq(unit))
                        .fetchOne(ASSESSMENT.ID);
        if (earlier == null) {
            return;
        }
        PublishedModel model = models.find(round.model(), round.modelSha256());
        AnswerSheet sheet = rows.of(earlier);
        Offers.of(sheet, model.model()).forEach(row -> put(assessment, row));
    }

    private void put(UUID assessment, Offers.Offer offer) {
        switch (offer) {
            case Offers.OfAnswer(KeptAnswer answer) -> rows.put(assessment, answer);
            case Offers.OfReading(KeptReading reading) -> rows.put(assessment, reading);
        }
    }

    private static String name(Round round) {
        return round.model().substring(0, round.model().indexOf('@'));
    }

    private Round round(UUID id) {
        Round round = rounds.find(List.of(id)).get(id);
        if (round == null) {
            throw new IllegalArgumentException("There is no round " + id);
        }
        return round;
    }

    /// An assessment; null where there is none.
    public @Nullable AssessmentCase find(UUID id) {
        List<AssessmentCase> found =
                cases(database.selectFrom(ASSESSMENT).where(ASSESSMENT.ID.eq(id)).fetch());
        return found.isEmpty() ? null : found.getFirst();
    }

    /// An assessment whose row nobody else changes until the transaction ends. Two who change one
    /// at once would each find it as it was before.
    ///
    /// @throws IllegalArgumentException if there is none
    @Transactional(propagation = Propagation.MANDATORY)
    public AssessmentCase locked(UUID id) {
        database.select(ASSESSMENT.ID)
                .from(ASSESSMENT)
                .where(ASSESSMENT.ID.eq(id))
                .forUpdate()
                .fetch();
        AssessmentCase of = find(id);
        if (of == null) {
            throw new IllegalArgumentException("There is no assessment " + id);
        }
        return of;
    }

    /// All assessments of a unit, the youngest first.
    public List<AssessmentCase> ofUnit(UUID unit) {
        return cases(
                database.selectFrom(ASSESSMENT)
                        .where(ASSESSMENT.UNIT.eq(unit))
                        .orderBy(ASSESSMENT.CREATED_AT.desc(), ASSESSMENT.ID)
                        .fetch());
    }

    /// All assessments of a round.
    public List<AssessmentCase> ofRound(UUID round) {
        return cases(
                database.selectFrom(ASSESSMENT)
                        .where(ASSESSMENT.ROUND.eq(round))
                        .orderBy(ASSESSMENT.CREATED_AT, ASSESSMENT.ID)
                        .fetch());
    }

    private List<AssessmentCase> cases(Collection<AssessmentRecord> found) {
        Map<UUID, Round> ofRounds = rounds.find(ids(found, AssessmentRecord::getRound));
        Map<UUID, AssessedUnit> ofUnits = units.find(ids(found, AssessmentRecord::getUnit));
        List<AssessmentCase> cases = new ArrayList<>();
        for (AssessmentRecord row : found) {
            Round round = ofRounds.get(row.getRound());
            AssessedUnit unit = ofUnits.get(row.getUnit());
            if (round == null || unit == null) {
                throw new IllegalStateException("Assessment without round or unit: " + row.getId());
            }
            cases.add(
                    new AssessmentCase(
                            row.getId(),
                            round,
                            unit,
                            AssessmentState.valueOf(row.getState()),
                            row.getVersion(),
                            row.getCreatedAt(),
                            row.getSubmittedAt(),
                            row.getReviewPassedAt()));
        }
        return cases;
    }

    private static Set<UUID> ids(
            Collection<AssessmentRecord> found, Function<AssessmentRecord, UUID> id) {
        return found.stream().map(id).collect(Collectors.toSet());
    }

    /// The model that an assessment is pinned to.
    public PublishedModel model(AssessmentCase of) {
        return models.find(of.round().model(), of.round().modelSha256());
    }

    /// All answers as they are kept, those only offered included.
    public AnswerSheet sheet(AssessmentCase of) {
        return rows.of(of.id());
    }

    /// What the answers of several assessments come to, by assessment.
    public Map<UUID, Result> results(Collection<AssessmentCase> all) {
        Map<UUID, AnswerSheet> sheets = rows.of(all.stream().map(AssessmentCase::id).toList());
        return all.stream()
                .collect(
                        Collectors.toMap(
                                AssessmentCase::id,
                                of -> result(of, sheets.getOrDefault(of.id(), AnswerSheet.EMPTY))));
    }

    /// What counts, for the engine.
    public Assessment counted(AssessmentCase of, AnswerSheet sheet) {
        return sheet.counted(model(of).model(), of.unit(), of.round().asOf());
    }

    /// What the answers come to, by the model, the weights and the preset of the round.
    public Result result(AssessmentCase of, AnswerSheet sheet) {
        PublishedModel model = model(of);
        return Scoring.score(model.model(), weights(of), preset(of, model), counted(of, sheet));
    }

    /// The weight set that an assessment is pinned to.
    public WeightSet weights(AssessmentCase of) {
        return models.weights(model(of), of.round().weightSet(), of.round().weightSetSha256());
    }

    private static @Nullable Preset preset(AssessmentCase of, PublishedModel model) {
        Grading grading = model.model().grading();
        String id = of.round().preset();
        return grading == null || id == null ? null : grading.find(id);
    }
}
