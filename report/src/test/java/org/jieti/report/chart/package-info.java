/// Tests of charts.
@NullMarked
package org.jieti.report.chart;

import org.jspecify.annotations.NullMarked;
