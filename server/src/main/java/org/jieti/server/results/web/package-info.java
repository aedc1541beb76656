/// The page of a result, and the files that go with it.
@NullMarked
package org.jieti.server.results.web;

import org.jspecify.annotations.NullMarked;
