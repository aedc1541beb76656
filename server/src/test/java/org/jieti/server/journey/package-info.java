/// What people do on the platform from end to end, in a real browser.
@NullMarked
package org.jieti.server.journey;

import org.jspecify.annotations.NullMarked;
