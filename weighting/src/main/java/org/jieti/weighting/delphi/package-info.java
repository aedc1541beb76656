/// Weights agreed on in rounds.
@NullMarked
package org.jieti.weighting.delphi;

import org.jspecify.annotations.NullMarked;
