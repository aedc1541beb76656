package org.jieti.server.campaigns;

import static org.jieti.server.database.schema.Tables.ROUND;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.RoleGrant;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.campaigns.domain.RoundCourse;
import org.jieti.server.campaigns.domain.RoundPlan;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.models.domain.ShippedModels;
import org.jieti.server.shared.Times;
import org.jieti.server.units.AssessedUnit;
import org.jieti.server.units.UnitRegister;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Invented rounds and units, for tests.
@Component
@Profile("test")
public final class RoundExamples implements RouteExamples {
    static final String ROUTE_TITLE = "路由示例评估活动";

    private final DSLContext database;
    private final ShippedModels shipped;
    private final RoundCourse course;
    private final UnitRegister register;
    private final TransactionTemplate transaction;

    RoundExamples(
            DSLContext database,
            ShippedModels shipped,
            RoundCourse course,
            UnitRegister register,
            TransactionTemplate transaction) {
        this.database = database;
        this.shipped = shipped;
        this.course = course;
        this.register = register;
        this.transaction = transaction;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        UUID made =
                database.select(ROUND.ID)
                        .from(ROUND)
                        .where(ROUND.TITLE.eq(ROUTE_TITLE))
                        .fetchOne(ROUND.ID);
        UUID round = made == null ? planned(lead(cast, Side.OWN), ROUTE_TITLE) : made;
        return Map.of("round", round.toString());
    }

    /// The lead assessor of a side, as a request would bring them.
    public SignedIn lead(Cast cast, Side side) {
        UUID person = cast.person(Role.LEAD_ASSESSOR, side);
        UUID organisation = cast.organisation(side);
        String name = Cast.username(Role.LEAD_ASSESSOR, side);
        return new SignedIn(
                person,
                name,
                name,
                organisation,
                "示例",
                List.of(new RoleGrant(Role.LEAD_ASSESSOR, organisation, null, null)));
    }

    /// A round that is planned by the main model, due in sixty days.
    public UUID planned(SignedIn lead, String title) {
        shipped.add();
        LocalDate today = LocalDate.now(Times.SHOWN);
        return course.plan(
                lead,
                new RoundPlan(
                        lead.organisation(),
                        title,
                        Round.Track.FULL,
                        "dgimm@2021.1",
                        "equal",
                        "share-80",
                        today,
                        today.plusDays(60),
                        null));
    }

    /// A new unit with an organisation of its own.
    public AssessedUnit unit(String code, String name, String region) {
        AssessedUnit unit = transaction.execute(_ -> register.add(code, name, region, "地级市"));
        if (unit == null) {
            throw new IllegalStateException();
        }
        return unit;
    }
}
