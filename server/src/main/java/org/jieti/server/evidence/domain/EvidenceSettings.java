package org.jieti.server.evidence.domain;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where files of evidence are kept, and how large one may be.
///
/// @param folder null for the folder `evidence` beside the server's other data
@ConfigurationProperties("jieti.evidence")
public record EvidenceSettings(@Nullable Path folder, @DefaultValue("2GB") DataSize largest) {}
