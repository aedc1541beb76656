package org.jieti.server.shared.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route that needs no role.
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {
    To value();

    /// To whom.
    enum To {
        /// Whoever is signed in.
        SIGNED_IN,
        /// Anybody; the path is also named in `SecurityConfig`.
        ANYBODY
    }
}
