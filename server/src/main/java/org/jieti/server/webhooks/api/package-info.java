/// The REST of webhooks.
@NullMarked
package org.jieti.server.webhooks.api;

import org.jspecify.annotations.NullMarked;
