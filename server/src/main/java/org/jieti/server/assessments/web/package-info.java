/// The pages on which a unit answers.
@NullMarked
package org.jieti.server.assessments.web;

import org.jspecify.annotations.NullMarked;
