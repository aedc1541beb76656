package org.jieti.server;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/// The application: every feature beneath this package.
@SpringBootApplication
public class Jieti {}
