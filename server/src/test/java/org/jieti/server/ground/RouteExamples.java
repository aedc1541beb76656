package org.jieti.server.ground;

import java.util.Map;

/// Values for the variables in a feature's routes, as `round` in `/rounds/{round}`: things that
/// exist, and belong to [Cast.Side#OWN]. A feature declares it as a component of the profile
/// `test`, beside its tests.
public interface RouteExamples {
    /// Values by the names of variables. Asked again after each request that may have changed
    /// something, so that a route that does can have a new one each time.
    Map<String, String> values(Cast cast);
}
