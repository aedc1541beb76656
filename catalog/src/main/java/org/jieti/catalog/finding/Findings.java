package org.jieti.catalog.finding;

import java.util.ArrayList;
import java.util.List;

/// Collects findings while a file is read, so that all of them come out at once. Of a file in
/// which everything is wrong, the first few thousand are enough.
public final class Findings {
    private static final int MOST = 5000;

    private final List<Finding> findings = new ArrayList<>();

    public void error(Location location, String rule, Object... arguments) {
        add(Finding.error(location, rule, arguments));
    }

    public void warning(Location location, String rule, Object... arguments) {
        add(Finding.warning(location, rule, arguments));
    }

    /// Takes over all that others have collected.
    public void addAll(Findings others) {
        addAll(others.findings);
    }

    public void addAll(List<Finding> others) {
        others.forEach(this::add);
    }

    /// Takes a finding, as long as there are not too many.
    public void add(Finding finding) {
        if (findings.size() < MOST) {
            findings.add(finding);
        } else if (findings.size() == MOST) {
            Location whole = Location.whole(finding.location().file());
            findings.add(Finding.error(whole, "file.many", MOST));
        }
    }

    public boolean hasErrors() {
        for (Finding finding : findings) {
            if (finding.isError()) {
                return true;
            }
        }
        return false;
    }

    /// All findings, by place.
    public List<Finding> sorted() {
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort((a, b) -> a.location().compareTo(b.location()));
        return List.copyOf(sorted);
    }
}
