@NullMarked
package org.jieti.server.models;

import org.jspecify.annotations.NullMarked;
