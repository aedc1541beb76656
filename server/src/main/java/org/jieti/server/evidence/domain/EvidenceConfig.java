package org.jieti.server.evidence.domain;

import java.nio.file.Path;
import org.jieti.server.shared.ServerSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EvidenceSettings.class)
class EvidenceConfig {
    @Bean
    EvidenceStore evidenceStore(ServerSettings server, EvidenceSettings evidence) {
        Path folder = evidence.folder();
        return EvidenceStore.open(folder != null ? folder : server.data().resolve("evidence"));
    }
}
