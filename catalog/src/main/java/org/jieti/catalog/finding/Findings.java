package org.jieti.catalog.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Collects findings while a file is read, so that all of them come out at once.
public final class Findings {
    private final List<Finding> findings = new ArrayList<>();

    public void error(Location location, String rule, Object... arguments) {
        findings.add(Finding.error(location, rule, arguments));
    }

    public void warning(Location location, String rule, Object... arguments) {
        findings.add(Finding.warning(location, rule, arguments));
    }

    public void add(Finding finding) {
        findings.add(finding);
    }

    public void addAll(List<Finding> others) {
        findings.addAll(others);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /// All findings, by place.
    public List<Finding> sorted() {
        return findings.stream().sorted(Comparator.comparing(Finding::location)).toList();
    }
}
