/// Many units beside each other on one page: what it shows, ready for the template.
@NullMarked
package org.jieti.report.overview;

import org.jspecify.annotations.NullMarked;
