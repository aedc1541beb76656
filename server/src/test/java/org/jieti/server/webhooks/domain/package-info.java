@NullMarked
package org.jieti.server.webhooks.domain;

import org.jspecify.annotations.NullMarked;
