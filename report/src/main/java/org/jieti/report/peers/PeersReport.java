package org.jieti.report.peers;

import org.jieti.core.result.Yardstick;
import org.jieti.planning.peers.PeerRelease;
import org.jieti.planning.peers.PeerStanding;
import org.jieti.planning.peers.PeerTrend;
import org.jspecify.annotations.Nullable;

/// A release with what is told beside it.
///
/// @param trend null where there is but one edition
/// @param unit the name of the unit that is looked up; empty for none
/// @param standing of that unit; null for none
public record PeersReport(
        Yardstick yardstick,
        PeerRelease release,
        @Nullable PeerTrend trend,
        String unit,
        @Nullable PeerStanding standing) {}
