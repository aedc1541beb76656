package org.jieti.core.model;

/// How firmly the model's source carries a statement.
public enum Standing {
    /// The words are there.
    STATED,
    /// Put together across a page break.
    JOINED,
    /// Lost in the graded table, recovered elsewhere in the source.
    RESTORED,
    /// Only in a figure or overview of the source.
    FIGURE,
    /// Ours: a threshold, a weight, a split, a place that the source does not give.
    PROVISIONAL,
    /// Our own wording throughout, beneath names that the source gives.
    EDITORIAL
}
