/// Where one stands among peers, as page, JSON, CSV and words.
@NullMarked
package org.jieti.report.peers;

import org.jspecify.annotations.NullMarked;
