package org.jieti.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jieti.core.model.Domain;
import org.jieti.core.model.Level;
import org.jieti.core.model.MaturityModel;
import org.jieti.core.model.NodeId;
import org.jieti.core.result.TargetProfile;
import org.jspecify.annotations.Nullable;

/// Target profiles as a command line writes them.
final class Profiles {
    private Profiles() {}

    /// Reads `domain=level` pairs separated by commas; null where they are none.
    static @Nullable TargetProfile parse(String written, MaturityModel model) {
        Map<NodeId, Integer> levels = new LinkedHashMap<>();
        for (String part : written.split(",", -1)) {
            int equals = part.indexOf('=');
            String domain = equals < 0 ? "" : part.substring(0, equals).strip();
            Level level = model.findLevel(part.substring(equals + 1).strip());
            if (level == null
                    || !NodeId.isValid(domain)
                    || !(model.find(new NodeId(domain)) instanceof Domain)) {
                return null;
            }
            levels.put(new NodeId(domain), level.number());
        }
        return new TargetProfile(levels);
    }
}
