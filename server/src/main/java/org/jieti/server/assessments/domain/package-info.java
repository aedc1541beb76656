/// How answers are kept, checked and counted.
@NullMarked
package org.jieti.server.assessments.domain;

import org.jspecify.annotations.NullMarked;
