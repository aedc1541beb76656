package org.jieti.catalog;

import java.util.List;
import java.util.Map;
import org.jieti.catalog.finding.Finding;
import org.jieti.catalog.finding.Location;
import org.jieti.core.elicitation.Elicitation;
import org.jieti.core.model.Violation;

/// What a file of statements or data holds, and where.
///
/// @param whole the place of the file
/// @param places by the subjects of [org.jieti.core.elicitation.ElicitationRules]
public record WeighingFile(Elicitation elicitation, Location whole, Map<String, Location> places) {
    public WeighingFile {
        places = Map.copyOf(places);
    }

    /// What weighing found out, as findings in their places.
    public List<Finding> findings(List<Violation> violations) {
        return violations.stream()
                .map(
                        violation ->
                                Finding.error(
                                        places.getOrDefault(violation.subject(), whole),
                                        violation.rule(),
                                        violation.arguments().toArray()))
                .toList();
    }
}
