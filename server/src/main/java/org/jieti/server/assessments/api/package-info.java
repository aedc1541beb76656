/// The REST of assessments: answers, measured values, results, moves.
@NullMarked
package org.jieti.server.assessments.api;

import org.jspecify.annotations.NullMarked;
