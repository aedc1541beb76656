/// What tests of the server stand on: the whole application on a fresh database, people of every
/// role, visitors by HTTP and by a real browser.
@NullMarked
package org.jieti.server.ground;

import org.jspecify.annotations.NullMarked;
