package org.jieti.server.shared;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServerSettings.class)
class SharedConfig {
    /// The one clock: nothing else asks the system for the time.
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
