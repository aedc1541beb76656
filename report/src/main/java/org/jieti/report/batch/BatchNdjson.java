package org.jieti.report.batch;

import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.jieti.core.assessment.Unit;
import org.jieti.core.grading.Attained;
import org.jieti.core.grading.LevelLimit;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Language;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.Ranking;
import org.jieti.report.words.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/// The results of many units as lines of JSON: one object for each unit, with the figures of the
/// table. Numbers keep their full precision, and a figure that does not exist is null.
public final class BatchNdjson {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final BatchResult result;
    private final Words words;
    private final JsonGenerator json;

    private BatchNdjson(BatchResult result, Language language, JsonGenerator json) {
        this.result = result;
        this.words = new Words(language, result.model());
        this.json = json;
    }

    /// Writes the lines. The writer stays open.
    ///
    /// @param language that of the limits' names
    public static void write(BatchResult result, Language language, Writer out) {
        for (int i = 0; i < result.rows().size(); i++) {
            try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
                new BatchNdjson(result, language, json)
                        .unit(result.rows().get(i), result.ranking().places().get(i));
                json.writeRaw('\n');
            }
        }
    }

    private void unit(UnitRow row, Ranking.Place place) {
        Unit unit = row.unit();
        Attained attained = row.attained();
        json.writeStartObject();
        json.writeStringProperty("unit", unit.id());
        json.writeStringProperty("name", unit.name());
        json.writeStringProperty("region", unit.region());
        json.writeStringProperty("peerGroup", unit.peerGroup());
        integer("level", attained == null ? null : attained.level());
        integer("levelBeforeLimits", attained == null ? null : attained.beforeLimits());
        integer("possibleLevel", row.possible() == null ? null : row.possible().highest());
        number("position", attained == null ? null : attained.position());
        number("total", row.total());
        number("coverage", row.coverage());
        json.writeName("domains");
        json.writeStartObject();
        List<Domain> domains = result.model().domains();
        for (int i = 0; i < domains.size(); i++) {
            UnitRow.DomainFigures figures = row.domains().get(i);
            Attained reached = figures.attained();
            json.writeName(domains.get(i).id().value());
            json.writeStartObject();
            number("score", figures.score());
            integer("level", reached == null ? null : reached.level());
            number("position", reached == null ? null : reached.position());
            limits(reached);
            json.writeEndObject();
        }
        json.writeEndObject();
        limits(attained);
        integer("rank", place.overall());
        integer("rankInPeerGroup", place.inPeerGroup());
        json.writeEndObject();
    }

    private void limits(@Nullable Attained attained) {
        json.writeName("limits");
        json.writeStartArray();
        if (attained != null) {
            attained.limits().forEach(this::limit);
        }
        json.writeEndArray();
    }

    private void limit(LevelLimit limit) {
        json.writeStartObject();
        json.writeStringProperty(
                "rule", limit.rule().name().toLowerCase(Locale.ROOT).replace("_", "-"));
        json.writeNumberProperty("cap", limit.cap());
        json.writeName("causes");
        json.writeStartArray();
        for (NodeId cause : limit.causes()) {
            json.writeString(cause.value());
        }
        json.writeEndArray();
        json.writeStringProperty("text", words.limit(limit));
        json.writeEndObject();
    }

    private void integer(String name, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.intValue());
        }
    }

    private void number(String name, @Nullable Double value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.doubleValue());
        }
    }
}
