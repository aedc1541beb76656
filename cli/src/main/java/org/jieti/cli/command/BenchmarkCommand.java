package org.jieti.cli.command;

import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jieti.catalog.batch.Batch;
import org.jieti.catalog.batch.BatchRequest;
import org.jieti.catalog.batch.Progress;
import org.jieti.catalog.finding.Parsed;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.TerminalProgress;
import org.jieti.cli.TerminalWatcher;
import org.jieti.cli.text.PeersText;
import org.jieti.core.assessment.Assessment;
import org.jieti.core.result.Scoring;
import org.jieti.core.uncertainty.Uncertainty;
import org.jieti.planning.peers.PeerRelease;
import org.jieti.planning.peers.PeerStanding;
import org.jieti.planning.peers.PeerStanding.RankInterval;
import org.jieti.planning.peers.PeerTrend;
import org.jieti.planning.peers.PeerTrend.Edition;
import org.jieti.planning.peers.PeerUnit;
import org.jieti.planning.peers.PrivacyFloor;
import org.jieti.report.peers.PeersCsv;
import org.jieti.report.peers.PeersJson;
import org.jieti.report.peers.PeersPage;
import org.jieti.report.peers.PeersReport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Compares units with their peers without showing any of them.
final class BenchmarkCommand implements Command {
    private static final Pattern COMMA = Pattern.compile(",");
    private static final long RUNS = 2000;

    private final Session session;
    private final PositionalParamSpec input = Arguments.positional(0, "INPUT", Path.class);
    private final OptionSpec model = Arguments.required("--model", "MODEL");
    private final OptionSpec unit = Arguments.option("--unit", "ID", String.class);
    private final OptionSpec earlier = Arguments.option("--earlier", "FILE,FILE", String.class);
    private final OptionSpec floor = Arguments.option("--floor", "N", Integer.class);
    private final UncertaintyOptions uncertain = new UncertaintyOptions();
    private final ScoringOptions scoring = new ScoringOptions();
    private final ManyUnitsOptions many = new ManyUnitsOptions();
    private final OptionSpec format =
            Arguments.option("--format", "text|json|html|csv", Format.class);

    /// The forms in which it comes out, named as on the command line.
    enum Format {
        text,
        json,
        html,
        csv
    }

    BenchmarkCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                input,
                model,
                unit,
                earlier,
                floor,
                uncertain.spread(),
                uncertain.doubt(),
                scoring.weights(),
                scoring.preset(),
                many.encoding(),
                format,
                many.output().out(),
                many.output().force());
    }

    @Override
    public Integer call() {
        int refused = many.refusal(session, Arguments.path(input));
        if (refused != ExitCode.DONE) {
            return refused;
        }
        Integer asked = Arguments.optional(floor, Integer.class);
        if (asked != null && asked < PrivacyFloor.LOWEST) {
            return session.badInput("benchmark.floor", PrivacyFloor.LOWEST, asked);
        }
        PrivacyFloor least = asked == null ? PrivacyFloor.CUSTOMARY : new PrivacyFloor(asked);
        return session.use(batch(Arguments.path(input)), batch -> benchmark(batch, least));
    }

    private Parsed<Batch> batch(Path file) {
        Progress progress =
                TerminalProgress.isSeen() ? new TerminalProgress(session) : Progress.NONE;
        Parsed<Batch> batch =
                session.catalog()
                        .batch(
                                new BatchRequest(
                                        file,
                                        Arguments.text(model),
                                        Arguments.optional(scoring.weights(), String.class),
                                        Arguments.optional(scoring.preset(), String.class),
                                        Objects.requireNonNull(many.asked()),
                                        LocalDate.now(ZoneId.systemDefault())),
                                progress);
        progress.end();
        return batch;
    }

    private static List<PeerUnit> units(Batch batch) {
        return batch.inputs().stream()
                .parallel()
                .map(each -> PeerUnit.of(Scoring.score(each)))
                .toList();
    }

    private int benchmark(Batch batch, PrivacyFloor least) {
        String edition = edition(Arguments.path(input));
        List<PeerUnit> units = units(batch);
        PeerRelease release = PeerRelease.of(edition, batch.model(), units, least);
        List<Edition> editions = earlier();
        if (editions == null) {
            return ExitCode.BAD_INPUT;
        }
        editions.add(new Edition(edition, units));
        PeerTrend trend =
                editions.size() == 1 ? null : PeerTrend.of(editions, batch.model(), least);
        String wanted = Arguments.optional(unit, String.class);
        if (wanted == null) {
            return deliver(new PeersReport(batch.yardstick(), release, trend, "", null));
        }
        int which = 0;
        while (which < units.size() && !units.get(which).id().equals(wanted)) {
            which++;
        }
        if (which == units.size()) {
            return session.badInput("benchmark.unit", wanted);
        }
        Uncertainty doubts = uncertain.of(session, batch.model(), batch.weights());
        if (doubts == null) {
            return ExitCode.BAD_INPUT;
        }
        Assessment own = batch.inputs().get(which).assessment();
        PeerStanding standing =
                PeerStanding.of(units.get(which), release, rank(batch, release, own, doubts));
        if (standing == null) {
            return session.refuse("benchmark.none", least.least());
        }
        String name = own.unit().name().isBlank() ? wanted : own.unit().name();
        return deliver(new PeersReport(batch.yardstick(), release, trend, name, standing));
    }

    /// Among the units of its group or, where that is withheld, among all.
    private @Nullable RankInterval rank(
            Batch batch, PeerRelease release, Assessment own, Uncertainty doubts) {
        String group = own.unit().peerGroup();
        boolean inGroup = !group.isEmpty() && release.find(group) != null;
        List<Assessment> members = new ArrayList<>();
        int which = -1;
        for (Assessment each : batch.assessments()) {
            if (!inGroup || each.unit().peerGroup().equals(group)) {
                which = each.unit().id().equals(own.unit().id()) ? members.size() : which;
                members.add(each);
            }
        }
        try (TerminalWatcher watcher = new TerminalWatcher(session.say("robustness.progress"))) {
            return PeerStanding.rank(
                    batch.yardstick(),
                    members,
                    which,
                    doubts,
                    RUNS,
                    Runtime.getRuntime().availableProcessors(),
                    watcher);
        }
    }

    /// The editions before, oldest first; null, with findings, where one cannot be read.
    private @Nullable List<Edition> earlier() {
        List<Edition> editions = new ArrayList<>();
        String written = Arguments.optional(earlier, String.class);
        for (String part : written == null ? new String[0] : COMMA.split(written, -1)) {
            Path file = Path.of(part.strip());
            Parsed<Batch> batch = batch(file);
            session.print(batch.findings());
            switch (batch) {
                case Parsed.Ok<Batch> ok ->
                        editions.add(new Edition(edition(file), units(ok.value())));
                case Parsed.Invalid<Batch> _ -> {
                    return null;
                }
            }
        }
        return editions;
    }

    /// The name of an edition: that of its file.
    private static String edition(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private int deliver(PeersReport report) {
        return Outlet.deliver(session, many.output(), out -> write(report, out));
    }

    private void write(PeersReport report, Writer out) {
        Format asked = Arguments.optional(format, Format.class);
        switch (asked == null ? form() : asked) {
            case text -> Outlet.print(out, PeersText.render(session, report));
            case json -> Outlet.print(out, PeersJson.render(report));
            case html -> Outlet.print(out, PeersPage.html(report, session.language()));
            case csv -> PeersCsv.write(report, out);
        }
    }

    private Format form() {
        return switch (many.ending()) {
            case "html" -> Format.html;
            case "json" -> Format.json;
            case "csv" -> Format.csv;
            default -> Format.text;
        };
    }
}
