/// How rounds are planned, opened, extended and closed.
@NullMarked
@NamedInterface("domain")
package org.jieti.server.campaigns.domain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
