package org.jieti.server.units;

import java.util.UUID;

/// 被评估单位: a public body that is assessed.
///
/// @param organisation whose people answer for it
/// @param code unique on the platform
/// @param region empty for none
/// @param peerGroup empty for none
public record AssessedUnit(
        UUID id, UUID organisation, String code, String name, String region, String peerGroup) {}
