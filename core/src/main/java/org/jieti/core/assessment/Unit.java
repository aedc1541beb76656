package org.jieti.core.assessment;

/// 被评估单位: the public body assessed. `region` and `peerGroup` may be empty.
public record Unit(String id, String name, String region, String peerGroup) {}
