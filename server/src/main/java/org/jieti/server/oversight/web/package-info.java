/// Pages to search the record, and its export.
@NullMarked
package org.jieti.server.oversight.web;

import org.jspecify.annotations.NullMarked;
