/// How files of evidence are taken, checked, kept and shown.
@NullMarked
package org.jieti.server.evidence.domain;

import org.jspecify.annotations.NullMarked;
