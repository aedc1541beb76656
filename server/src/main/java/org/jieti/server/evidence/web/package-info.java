/// The pages of evidence.
@NullMarked
package org.jieti.server.evidence.web;

import org.jspecify.annotations.NullMarked;
