package org.jieti.server.oversight;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a row of the record says beyond who and what, laid out to be read.
@Component
public class Details {
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final Set<String> CHANGED = Set.of(BEFORE, AFTER);

    private final JsonMapper json;

    Details(JsonMapper json) {
        this.json = json;
    }

    /// One thing that was said.
    ///
    /// @param field its name in the record
    /// @param before empty where nothing was there before
    /// @param after empty where nothing is there any more
    public record Change(String field, String before, String after) {}

    /// All that a row says.
    ///
    /// @param changes fields with what was before and after
    /// @param facts all else, by name; `after` of each
    public record Read(List<Change> changes, List<Change> facts) {
        public Read {
            changes = List.copyOf(changes);
            facts = List.copyOf(facts);
        }

        public boolean isEmpty() {
            return changes.isEmpty() && facts.isEmpty();
        }
    }

    public Read read(String detail) {
        JsonNode all = json.readTree(detail);
        JsonNode before = fields(all.get(BEFORE));
        JsonNode after = fields(all.get(AFTER));
        Set<String> fields = new LinkedHashSet<>();
        if (before != null) {
            before.propertyNames().forEach(fields::add);
        }
        if (after != null) {
            after.propertyNames().forEach(fields::add);
        }
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            changes.add(new Change(field, text(before, field), text(after, field)));
        }
        List<Change> facts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> fact : all.properties()) {
            boolean isShown = CHANGED.contains(fact.getKey()) && fact.getValue().isObject();
            if (!isShown) {
                facts.add(new Change(fact.getKey(), "", text(all, fact.getKey())));
            }
        }
        return new Read(changes, facts);
    }

    /// What has fields of its own; all else is a fact.
    private static @Nullable JsonNode fields(@Nullable JsonNode said) {
        return said != null && said.isObject() ? said : null;
    }

    private static String text(@Nullable JsonNode in, String field) {
        JsonNode value = in == null ? null : in.get(field);
        if (value == null || value.isNull()) {
            return "";
        }
        return value.isString() ? value.stringValue() : value.toString();
    }
}
