@NullMarked
package org.jieti.report.view;

import org.jspecify.annotations.NullMarked;
