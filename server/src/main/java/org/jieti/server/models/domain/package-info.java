/// How models come into the database.
@NullMarked
package org.jieti.server.models.domain;

import org.jspecify.annotations.NullMarked;
