/// What every feature's REST shares: problems, pages of lists, versions, scopes of tokens.
@NullMarked
package org.jieti.server.shared.api;

import org.jspecify.annotations.NullMarked;
