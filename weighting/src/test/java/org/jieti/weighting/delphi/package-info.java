@NullMarked
package org.jieti.weighting.delphi;

import org.jspecify.annotations.NullMarked;
