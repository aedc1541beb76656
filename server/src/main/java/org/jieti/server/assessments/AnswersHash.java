package org.jieti.server.assessments;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jieti.core.model.MeasureId;
import org.jieti.core.model.NodeId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The hash of all that counts of an assessment's answers. It is the SHA-256, in hexadecimal, of
/// JSON in UTF-8 without spaces: unit, model, weight set and preset with their hashes, then the
/// answers by criterion and the readings by measure, each in the order of their ids. Whoever has
/// the same answers gets the same hash; one changed character gives another.
@Component
class AnswersHash {
    private final JsonMapper json;

    AnswersHash(JsonMapper json) {
        this.json = json;
    }

    String of(AssessmentCase of, AnswerSheet sheet) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("assessment", of.id().toString());
        all.put("unit", of.unit().code());
        all.put("model", of.round().model());
        all.put("modelSha256", of.round().modelSha256());
        all.put("weightSet", of.round().weightSet());
        all.put("weightSetSha256", of.round().weightSetSha256());
        all.put("preset", String.valueOf(of.round().preset()));
        all.put("asOf", of.round().asOf().toString());
        all.put("answers", answers(sheet));
        all.put("readings", readings(sheet));
        return sha256(json.writeValueAsString(all));
    }

    private static Map<String, Object> answers(AnswerSheet sheet) {
        Map<String, Object> answers = new TreeMap<>();
        for (Map.Entry<NodeId, KeptAnswer> entry : sheet.answers().entrySet()) {
            WrittenAnswer written = entry.getValue().written();
            if (entry.getValue().origin() == Origin.OWN) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("state", written.state().word());
                if (written.rating() != null) {
                    said.put("rating", written.rating());
                }
                said.put("note", written.note());
                answers.put(entry.getKey().value(), said);
            }
        }
        return answers;
    }

    private static Map<String, Object> readings(AnswerSheet sheet) {
        Map<String, Object> readings = new TreeMap<>();
        for (Map.Entry<MeasureId, KeptReading> entry : sheet.readings().entrySet()) {
            WrittenReading written = entry.getValue().written();
            BigDecimal value = written.value();
            if (entry.getValue().origin() == Origin.OWN && value != null) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("value", value.toPlainString());
                said.put("unit", written.unit());
                said.put("note", written.note());
                readings.put(entry.getKey().value(), said);
            }
        }
        return readings;
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
