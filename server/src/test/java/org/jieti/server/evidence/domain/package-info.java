@NullMarked
package org.jieti.server.evidence.domain;

import org.jspecify.annotations.NullMarked;
