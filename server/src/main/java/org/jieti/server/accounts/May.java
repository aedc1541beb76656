package org.jieti.server.accounts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Who reaches a route: people with a role that may do one of the actions to something. What
/// exactly they may do it to, the method asks [Rights]. A route without this is closed, unless it
/// is [Open].
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface May {
    Action[] value();
}
