/// The REST of models and weight sets.
@NullMarked
package org.jieti.server.models.api;

import org.jspecify.annotations.NullMarked;
