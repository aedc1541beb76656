@NullMarked
package org.jieti.server.campaigns;

import org.jspecify.annotations.NullMarked;
