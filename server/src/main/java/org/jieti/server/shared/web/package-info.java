/// The frame of every page: layout, navigation, language, fragments, errors.
@NullMarked
package org.jieti.server.shared.web;

import org.jspecify.annotations.NullMarked;
