package org.jieti.server.results;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jieti.catalog.format.AssessmentText;
import org.jieti.core.model.Language;
import org.jieti.core.result.Result;
import org.jieti.report.json.ResultJson;
import org.jieti.server.assessments.AssessmentCase;
import org.jieti.server.assessments.Assessments;
import org.jieti.server.shared.Times;
import org.jieti.server.shared.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/// An assessment and its result as the files of the command line.
@Service
public class ResultFiles {
    private final Assessments assessments;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    ResultFiles(Assessments assessments, MessageSource messages, Times times, Clock clock) {
        this.assessments = assessments;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /// What counts of the answers, as the file that `jieti score` reads: with [#command] it comes
    /// to the same result.
    ///
    /// @param language of the comments at its head
    public String assessment(AssessmentCase of, Language language) {
        Locale locale = Languages.locale(language);
        List<String> remarks = new ArrayList<>();
        remarks.add(of.round().title());
        remarks.add(
                messages.getMessage(
                        "results.file.exported",
                        new Object[] {times.minute(clock.instant())},
                        locale));
        remarks.add(command(of, fileName(of, "yaml")));
        return AssessmentText.of(
                assessments.counted(of, assessments.sheet(of)),
                assessments.model(of).model(),
                remarks);
    }

    /// The result in full, as `jieti score --format json` prints it.
    public String result(AssessmentCase of) {
        Result result = assessments.result(of, assessments.sheet(of));
        return ResultJson.render(result);
    }

    /// The command line that scores an exported assessment as this round does.
    public String command(AssessmentCase of, String file) {
        String preset = of.round().preset();
        return "./jieti score %s --weights %s%s"
                .formatted(
                        file, of.round().weightSet(), preset == null ? "" : " --preset " + preset);
    }

    /// A name for a file of an assessment, without characters that systems do not take.
    public String fileName(AssessmentCase of, String ending) {
        return "%s-%s.%s"
                .formatted(
                        of.unit().code().replaceAll("[^A-Za-z0-9._-]+", "_"),
                        of.round().asOf(),
                        ending);
    }
}
