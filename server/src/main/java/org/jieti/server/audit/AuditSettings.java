package org.jieti.server.audit;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the audit record is kept.
///
/// @param digest the algorithm of new seals
@ConfigurationProperties("jieti.audit")
public record AuditSettings(@DefaultValue("SHA_256") ChainDigest digest) {}
