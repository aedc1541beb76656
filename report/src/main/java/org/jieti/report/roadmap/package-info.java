/// Roadmaps as page, JSON and words.
@NullMarked
package org.jieti.report.roadmap;

import org.jspecify.annotations.NullMarked;
