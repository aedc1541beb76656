package org.jieti.core.grading;

/// The lowest and highest level that completing the missing answers can lead to.
public record LevelRange(int lowest, int highest) {}
