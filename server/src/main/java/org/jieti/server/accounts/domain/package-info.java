/// Signing in, the set-up of a platform, passwords.
@NullMarked
package org.jieti.server.accounts.domain;

import org.jspecify.annotations.NullMarked;
