/// What the tests of every module share: seeded cases, golden files and house rules.
@NullMarked
package org.jieti.testkit;

import org.jspecify.annotations.NullMarked;
