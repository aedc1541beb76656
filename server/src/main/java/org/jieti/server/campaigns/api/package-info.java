/// The REST of rounds and of the units in them.
@NullMarked
package org.jieti.server.campaigns.api;

import org.jspecify.annotations.NullMarked;
