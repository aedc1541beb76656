/// Pages on models and weight sets.
@NullMarked
package org.jieti.server.models.web;

import org.jspecify.annotations.NullMarked;
