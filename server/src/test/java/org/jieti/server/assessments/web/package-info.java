@NullMarked
package org.jieti.server.assessments.web;

import org.jspecify.annotations.NullMarked;
