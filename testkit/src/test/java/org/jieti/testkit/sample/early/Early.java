package org.jieti.testkit.sample.early;

import org.jieti.testkit.sample.late.Late;

/// Uses what comes after it, and so closes a cycle.
public record Early(Late late) {}
