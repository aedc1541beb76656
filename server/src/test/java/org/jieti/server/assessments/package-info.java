@NullMarked
package org.jieti.server.assessments;

import org.jspecify.annotations.NullMarked;
