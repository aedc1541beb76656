/// Where one stands among peers, without showing any of them: quantiles, levels and weak spots of
/// fixed groups, with a privacy floor.
@NullMarked
package org.jieti.planning.peers;

import org.jspecify.annotations.NullMarked;
