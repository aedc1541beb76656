package org.jieti.core.model;

/// The band of a measure that a metric criterion reads.
public record MeasureBand(MeasureId measure, String band) {}
