/// Pages to sign in and to set up; who may reach which page.
@NullMarked
package org.jieti.server.accounts.web;

import org.jspecify.annotations.NullMarked;
