/// How rounds are planned, opened, extended and closed.
@NullMarked
package org.jieti.server.campaigns.domain;

import org.jspecify.annotations.NullMarked;
