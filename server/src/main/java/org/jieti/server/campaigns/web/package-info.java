/// Pages on rounds and their units.
@NullMarked
package org.jieti.server.campaigns.web;

import org.jspecify.annotations.NullMarked;
