package org.jieti.server.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jieti.server.accounts.Role;
import org.jieti.server.accounts.SignedIn;
import org.jieti.server.assessments.AssessmentAccess;
import org.jieti.server.evidence.domain.EvidenceIntake;
import org.jieti.server.evidence.domain.EvidenceLibrary;
import org.jieti.server.evidence.domain.Uploads;
import org.jieti.server.ground.Cast;
import org.jieti.server.ground.Cast.Side;
import org.jieti.server.ground.RouteExamples;
import org.jieti.server.ground.Scene;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

@Component
@Profile("test")
final class EvidenceRouteExamples implements RouteExamples {
    private final Scene scene;
    private final EvidenceLibrary library;
    private final EvidenceIntake intake;
    private final Uploads uploads;
    private final AssessmentAccess access;

    EvidenceRouteExamples(
            Scene scene,
            EvidenceLibrary library,
            EvidenceIntake intake,
            Uploads uploads,
            AssessmentAccess access) {
        this.scene = scene;
        this.library = library;
        this.intake = intake;
        this.uploads = uploads;
        this.access = access;
    }

    @Override
    public Map<String, String> values(Cast cast) {
        UUID assessment = scene.anyAnswering(Side.OWN);
        List<EvidenceItem> all = library.current(assessment);
        UUID evidence = all.isEmpty() ? add(cast, assessment) : all.getFirst().id();
        return Map.of(
                "evidence",
                evidence.toString(),
                "page",
                "1",
                "upload",
                "00000000-0000-0000-0000-000000000000");
    }

    private UUID add(Cast cast, UUID assessment) {
        SignedIn me = cast.asking(Role.CONTRIBUTOR, Side.OWN);
        try {
            Path file = Files.write(uploads.room(), SampleFiles.picture("png"));
            EvidenceIntake.Outcome outcome =
                    intake.take(
                            me,
                            access.readable(me, assessment),
                            file,
                            "示例.png",
                            new EvidenceIntake.Wish(
                                    EvidenceKind.RECORD, Sensitivity.PUBLIC, null, null));
            return ((EvidenceIntake.Outcome.Added) outcome).evidence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
