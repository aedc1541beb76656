/// The cheapest way up: from an assessment and a target to steps, period by period.
@NullMarked
package org.jieti.planning.roadmap;

import org.jspecify.annotations.NullMarked;
