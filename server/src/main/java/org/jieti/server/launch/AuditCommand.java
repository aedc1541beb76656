package org.jieti.server.launch;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jieti.server.audit.AuditChain;
import org.jieti.server.audit.AuditRemoval;
import org.jieti.server.audit.ChainReport;
import org.jieti.server.audit.ChainReport.Fault;
import org.jieti.server.database.Maintenance;
import org.jieti.server.shared.Times;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `jieti audit`: watches over the audit record from outside the application. It ends with 3 where
/// the chain is broken.
@Command(name = "jieti audit", usageHelpAutoWidth = true)
final class AuditCommand {
    private static final int DONE = 0;
    private static final int BROKEN = 3;
    private static final int BAD_INPUT = 2;

    private final Announcement.Words words;
    private final PrintStream out;
    private final Times times = new Times();

    @Option(names = "--lang", paramLabel = "zh|en", descriptionKey = "launch.option.lang")
    @Nullable String lang;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "launch.option.help")
    boolean help;

    AuditCommand(Announcement.Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    @Command(name = "verify", description = "${bundle:launch.audit.verify}")
    int verify(
            @Mixin DatabaseOptions database,
            @Option(
                            names = "--head",
                            paramLabel = "HASH",
                            descriptionKey = "launch.audit.option.head")
                    @Nullable String head)
            throws SQLException {
        try (Maintenance opened = Maintenance.open(database.settings())) {
            ChainReport report = check(opened, head);
            tell(report);
            return report.isWhole() ? DONE : BROKEN;
        }
    }

    private static ChainReport check(Maintenance database, @Nullable String head)
            throws SQLException {
        return in(
                database,
                Connection.TRANSACTION_REPEATABLE_READ,
                sql -> AuditChain.verify(sql, head));
    }

    @Command(name = "remove", description = "${bundle:launch.audit.remove}")
    int remove(
            @Mixin DatabaseOptions database,
            @Option(
                            names = "--older-than-days",
                            paramLabel = "N",
                            defaultValue = "" + AuditRemoval.FEWEST_DAYS,
                            descriptionKey = "launch.audit.option.days")
                    int days,
            @Option(names = "--yes", descriptionKey = "launch.audit.option.yes") boolean yes)
            throws SQLException {
        if (days < AuditRemoval.FEWEST_DAYS) {
            out.println(words.say("launch.audit.days.few", AuditRemoval.FEWEST_DAYS, days));
            return BAD_INPUT;
        }
        try (Maintenance opened = Maintenance.open(database.settings())) {
            ChainReport report = check(opened, null);
            if (!report.isWhole()) {
                tell(report);
                return BROKEN;
            }
            // What another instance has just sealed is seen: each statement has a view of its own.
            in(
                    opened,
                    Connection.TRANSACTION_READ_COMMITTED,
                    sql -> {
                        remove(sql, days, yes);
                        return DONE;
                    });
            return DONE;
        }
    }

    private void remove(DSLContext sql, int days, boolean yes) {
        Clock clock = Clock.systemUTC();
        AuditRemoval.Old old = AuditRemoval.find(sql, clock, days);
        if (old == null) {
            out.println(words.say("launch.audit.nothing", days));
        } else if (yes) {
            AuditRemoval.remove(sql, clock, old, days, System.getProperty("user.name", "-"));
            out.println(words.say("launch.audit.removed", old.rows(), number(old.seal())));
        } else {
            out.println(
                    words.say(
                            "launch.audit.would",
                            old.rows(),
                            times.minute(old.until()),
                            number(old.seal()),
                            days));
        }
    }

    /// Runs something in one transaction.
    private static <T> T in(Maintenance database, int isolation, Function<DSLContext, T> does)
            throws SQLException {
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(isolation);
            T done = does.apply(DSL.using(connection, SQLDialect.POSTGRES));
            connection.commit();
            return done;
        }
    }

    private void tell(ChainReport report) {
        List<Fault> faults = report.faults();
        if (faults.isEmpty()) {
            out.println(words.say("launch.audit.whole", report.sealed(), report.seals()));
        } else {
            out.println(words.say("launch.audit.broken", say(faults.getFirst())));
            if (faults.size() > 1) {
                out.println(words.say("launch.audit.more", faults.size() - 1));
                faults.stream().skip(1).forEach(fault -> out.println("  " + say(fault)));
            }
        }
        if (report.removedBefore() > 0) {
            out.println(words.say("launch.audit.begins", number(report.removedBefore())));
        }
        out.println(words.say("launch.audit.head", number(report.head()), report.hash()));
        Instant oldest = report.oldestUnsealed();
        out.println(
                words.say(
                        "launch.audit.tail",
                        report.unsealed(),
                        oldest == null
                                ? ""
                                : words.say("launch.audit.tail.since", times.minute(oldest))));
    }

    private String say(Fault fault) {
        return words.say(
                "launch.audit.fault." + fault.kind().name().toLowerCase(Locale.ROOT),
                number(fault.seal()),
                number(fault.entry()));
    }

    /// A number that names something, not an amount.
    private static String number(long id) {
        return Long.toString(id);
    }
}
