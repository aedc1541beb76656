package org.jieti.server.ground;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A [ServerTest] in a real browser: a test method that takes a [Browsing] has a window of its
/// own. Whatever the page complains of, as a breach of the content policy, fails the test.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ExtendWith(Chromium.class)
public @interface BrowserTest {}
