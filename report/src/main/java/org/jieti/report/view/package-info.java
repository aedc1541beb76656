/// A result prepared for pages: every number is already a string, every sentence already in the
/// reader's language. Templates only lay it out.
@NullMarked
package org.jieti.report.view;

import org.jspecify.annotations.NullMarked;
