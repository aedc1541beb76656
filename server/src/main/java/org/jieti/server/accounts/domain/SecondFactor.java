package org.jieti.server.accounts.domain;

import static org.jieti.server.database.schema.Tables.PERSON;
import static org.jieti.server.database.schema.Tables.RECOVERY_CODE;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.bouncycastle.util.encoders.Base32;
import org.jieti.server.accounts.AuditTrail;
import org.jieti.server.accounts.SignedIn;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The code that is asked besides a password. Each is good once; so are the recovery codes.
@Service
@Transactional
public class SecondFactor {
    /// How many recovery codes somebody gets.
    public static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DSLContext database;
    private final Clock clock;
    private final AuditTrail trail;

    SecondFactor(DSLContext database, Clock clock, AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
    }

    /// Where somebody stands.
    ///
    /// @param pending a secret that waits to be confirmed; null for none
    /// @param codesLeft recovery codes that were not used
    public record Standing(boolean isOn, @Nullable String pending, int codesLeft) {}

    @Transactional(readOnly = true)
    public Standing standing(UUID person) {
        var row =
                database.select(PERSON.TOTP_SECRET, PERSON.TOTP_PENDING)
                        .from(PERSON)
                        .where(PERSON.ID.eq(person))
                        .fetchSingle();
        int left =
                database.fetchCount(
                        RECOVERY_CODE,
                        RECOVERY_CODE.PERSON.eq(person).and(RECOVERY_CODE.USED_AT.isNull()));
        return new Standing(row.value1() != null, row.value2(), left);
    }

    /// Makes a secret to be confirmed by a code. One that is in use stays in use until then.
    public void begin(SignedIn me) {
        database.update(PERSON)
                .set(PERSON.TOTP_PENDING, TimeCodes.secret())
                .where(PERSON.ID.eq(me.id()))
                .execute();
    }

    /// Puts the pending secret to use.
    ///
    /// @return recovery codes, which nobody can read again; empty where the code is not right
    public List<String> confirm(SignedIn me, String code) {
        String pending = standing(me.id()).pending();
        long step = pending == null ? -1 : TimeCodes.step(pending, digits(code), clock.instant());
        if (step < 0) {
            return List.of();
        }
        database.update(PERSON)
                .set(PERSON.TOTP_SECRET, pending)
                .setNull(PERSON.TOTP_PENDING)
                .set(PERSON.TOTP_STEP, step)
                .where(PERSON.ID.eq(me.id()))
                .execute();
        record(me, "accounts.second-factor.added");
        return replaceCodes(me.id());
    }

    /// Gives new recovery codes in place of those that there are.
    ///
    /// @return the codes; empty where the code is not right
    public List<String> renewCodes(SignedIn me, String code) {
        if (!takeTimeCode(me.id(), code)) {
            return List.of();
        }
        record(me, "accounts.second-factor.codes");
        return replaceCodes(me.id());
    }

    /// Gives up one's own second factor.
    ///
    /// @return false, and nothing is changed, where the code is not right
    public boolean remove(SignedIn me, String code) {
        if (!isRight(me.id(), code)) {
            return false;
        }
        clear(me.id());
        record(me, "accounts.second-factor.removed");
        return true;
    }

    /// Takes away the second factor of somebody who has lost it.
    public void reset(SignedIn me, Person person) {
        if (!person.hasSecondFactor()) {
            return;
        }
        clear(person.id());
        trail.record(
                me,
                "accounts.second-factor.reset",
                person.organisation(),
                "person",
                person.id(),
                Map.of("username", person.username()));
    }

    /// Whether a code is right: one of the app, or a recovery code. Either is used up by this.
    public boolean isRight(UUID person, String code) {
        return takeTimeCode(person, code) || takeRecoveryCode(person, code);
    }

    private boolean takeTimeCode(UUID person, String code) {
        String secret =
                database.select(PERSON.TOTP_SECRET)
                        .from(PERSON)
                        .where(PERSON.ID.eq(person))
                        .fetchOne(PERSON.TOTP_SECRET);
        long step = secret == null ? -1 : TimeCodes.step(secret, digits(code), clock.instant());
        return step >= 0
                && database.update(PERSON)
                                .set(PERSON.TOTP_STEP, step)
                                .where(PERSON.ID.eq(person))
                                .and(DSL.coalesce(PERSON.TOTP_STEP, DSL.val(-1L)).lt(step))
                                .execute()
                        == 1;
    }

    private boolean takeRecoveryCode(UUID person, String code) {
        String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return database.update(RECOVERY_CODE)
                        .set(RECOVERY_CODE.USED_AT, clock.instant())
                        .where(RECOVERY_CODE.PERSON.eq(person))
                        .and(RECOVERY_CODE.CODE_HASH.eq(Tokens.hash(plain)))
                        .and(RECOVERY_CODE.USED_AT.isNull())
                        .execute()
                == 1;
    }

    private List<String> replaceCodes(UUID person) {
        database.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON.eq(person)).execute();
        List<String> codes = new ArrayList<>();
        for (int made = 0; made < RECOVERY_CODES; made++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            RANDOM.nextBytes(bytes);
            String code = Base32.toBase32String(bytes);
            database.insertInto(RECOVERY_CODE)
                    .set(RECOVERY_CODE.PERSON, person)
                    .set(RECOVERY_CODE.CODE_HASH, Tokens.hash(code))
                    .set(RECOVERY_CODE.CREATED_AT, clock.instant())
                    .execute();
            codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
        }
        return codes;
    }

    private void clear(UUID person) {
        database.update(PERSON)
                .setNull(PERSON.TOTP_SECRET)
                .setNull(PERSON.TOTP_PENDING)
                .setNull(PERSON.TOTP_STEP)
                .where(PERSON.ID.eq(person))
                .execute();
        database.deleteFrom(RECOVERY_CODE).where(RECOVERY_CODE.PERSON.eq(person)).execute();
    }

    private void record(SignedIn me, String action) {
        trail.record(
                me,
                action,
                me.organisation(),
                "person",
                me.id(),
                Map.of("username", me.username()));
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
