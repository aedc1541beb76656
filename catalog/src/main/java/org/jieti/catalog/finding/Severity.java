package org.jieti.catalog.finding;

/// Whether a finding stands in the way.
public enum Severity {
    ERROR,
    WARNING
}
