package org.jieti.testkit.sample.late;

import org.jieti.testkit.sample.early.Early;
import org.jspecify.annotations.Nullable;

/// May use what comes before it.
public record Late(@Nullable Early early) {}
