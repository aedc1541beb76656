package org.jieti.cli.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jieti.catalog.Panels;
import org.jieti.catalog.batch.TextEncoding;
import org.jieti.cli.ExitCode;
import org.jieti.cli.Session;
import org.jieti.cli.text.AgreementText;
import org.jieti.cli.text.AssessmentTemplate;
import org.jieti.core.agreement.Panel;
import org.jieti.core.agreement.PanelAgreement;
import org.jieti.report.agreement.AgreementJson;
import org.jieti.report.agreement.AgreementPage;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Says how far several raters of one unit agree, and what they must discuss.
final class AgreementCommand implements Command {
    /// Of the resamples behind the intervals, where none is given.
    private static final long SEED = 1;

    private final Session session;

    private final PositionalParamSpec inputs = Arguments.files("FILE|DIR");

    private final OptionSpec model = Arguments.option("--model", "MODEL", String.class);
    private final OptionSpec encoding =
            Arguments.option("--encoding", "utf-8|gb18030", String.class);
    private final OptionSpec seed = Arguments.option("--seed", "N", Long.class);
    private final OptionSpec proposal = Arguments.option("--proposal", "FILE", Path.class);
    private final OptionSpec format = Arguments.option("--format", "text|json|html", Format.class);

    private final OutputOptions output = new OutputOptions();

    /// The forms in which it comes out, named as on the command line.
    enum Format {
        text,
        json,
        html
    }

    AgreementCommand(Session session) {
        this.session = session;
    }

    @Override
    public List<ArgSpec> arguments() {
        return List.of(
                inputs, model, encoding, seed, proposal, format, output.out(), output.force());
    }

    @Override
    public Integer call() {
        String named = Arguments.optional(encoding, String.class);
        TextEncoding written = TextEncodings.named(named == null ? "utf-8" : named);
        if (written == null) {
            return session.badInput("usage.value", "--encoding", String.valueOf(named));
        }
        return session.use(
                new Panels(session.catalog())
                        .read(
                                Arguments.paths(inputs),
                                Arguments.optional(model, String.class),
                                written,
                                LocalDate.now(ZoneId.systemDefault())),
                this::deliver);
    }

    private int deliver(Panel panel) {
        Long asked = Arguments.optional(seed, Long.class);
        PanelAgreement agreement = PanelAgreement.of(panel, asked == null ? SEED : asked);
        int code = session.deliver(rendered(agreement), output.file(), output.overwriting());
        Path file = Arguments.optional(proposal, Path.class);
        return code != ExitCode.DONE || file == null ? code : propose(agreement, file);
    }

    private int propose(PanelAgreement agreement, Path file) {
        Panel panel = agreement.panel();
        String yaml =
                AssessmentTemplate.continued(
                        session,
                        panel.model(),
                        session.catalog().guidance(panel.model().id()),
                        session.say(
                                "agreement.proposal",
                                panel.raters().size(),
                                agreement.whole().disputed()),
                        agreement.proposal());
        return session.deliver(yaml, file, output.overwriting());
    }

    private String rendered(PanelAgreement agreement) {
        Format asked = Arguments.optional(format, Format.class);
        return switch (asked == null ? Format.text : asked) {
            case text -> AgreementText.render(session, agreement);
            case json -> AgreementJson.render(agreement);
            case html -> AgreementPage.html(agreement, session.language());
        };
    }
}
