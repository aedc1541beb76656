/// Registers webhooks, keeps what is to be sent, and sends it.
@NullMarked
package org.jieti.server.webhooks.domain;

import org.jspecify.annotations.NullMarked;
